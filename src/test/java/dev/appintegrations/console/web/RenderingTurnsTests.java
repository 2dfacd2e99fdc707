package dev.appintegrations.console.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

class RenderingTurnsTests {

	private final RenderingTurns turns = new RenderingTurns(2, Duration.ofMinutes(1));

	@Test
	void letsOnlySoManyPagesBeRenderedAtOnceAndTheNextWhenOneIsDone() throws Exception {
		MockHttpServletRequest first = begin();
		begin();
		List<MockHttpServletRequest> third = new ArrayList<>();
		Thread waiting = Thread.ofVirtual().start(() -> third.add(beginUninterrupted()));
		while (this.turns.waiting() == 0) {
			Thread.onSpinWait();
		}
		assertThat(third).isEmpty();
		end(first);
		waiting.join();
		assertThat(third).hasSize(1);
	}

	@Test
	void letsAPageThatHasWaitedLongBeRenderedBesideTheOthers() throws Exception {
		RenderingTurns impatient = new RenderingTurns(1, Duration.ZERO);
		begin(impatient);
		MockHttpServletRequest second = begin(impatient);
		impatient.afterCompletion(second, new MockHttpServletResponse(), this, null);
		assertThat(impatient.free()).as("The second had no turn that it could give back").isZero();
	}

	@Test
	void takeNoTurnForWhatIsNoPage() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		this.turns.postHandle(request, new MockHttpServletResponse(), this, null);
		assertThat(this.turns.free()).isEqualTo(2);
		end(request);
		assertThat(this.turns.free()).isEqualTo(2);
	}

	@Test
	void giveATurnBackOnce() throws Exception {
		MockHttpServletRequest request = begin();
		end(request);
		end(request);
		assertThat(this.turns.free()).isEqualTo(2);
	}

	private MockHttpServletRequest begin() throws InterruptedException {
		return begin(this.turns);
	}

	private MockHttpServletRequest begin(RenderingTurns turns) throws InterruptedException {
		MockHttpServletRequest request = new MockHttpServletRequest();
		turns.postHandle(request, new MockHttpServletResponse(), this, new ModelAndView("page"));
		return request;
	}

	private MockHttpServletRequest beginUninterrupted() {
		try {
			return begin();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void end(MockHttpServletRequest request) {
		this.turns.afterCompletion(request, new MockHttpServletResponse(), this, null);
	}

}
