package dev.appintegrations.console.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

class RenderingTurnsTests {

	private final Semaphore permits = new Semaphore(2, true);

	private final RenderingTurns turns = new RenderingTurns(this.permits, Duration.ofMinutes(1));

	@Test
	void letOnlySoManyPagesBeRenderedAtOnceAndTheNextWhenOneIsDone() throws Exception {
		MockHttpServletRequest first = begin();
		begin();
		List<MockHttpServletRequest> third = new ArrayList<>();
		Thread waiting = Thread.ofVirtual().start(() -> third.add(begin()));
		while (!this.permits.hasQueuedThreads()) {
			Thread.onSpinWait();
		}
		assertThat(third).isEmpty();
		end(first);
		waiting.join();
		assertThat(third).hasSize(1);
	}

	@Test
	void letAPageThatHasWaitedLongBeRenderedBesideTheOthers() {
		Semaphore one = new Semaphore(1, true);
		RenderingTurns impatient = new RenderingTurns(one, Duration.ZERO);
		begin(impatient);
		MockHttpServletRequest second = begin(impatient);
		impatient.afterCompletion(second, new MockHttpServletResponse(), this, null);
		assertThat(one.availablePermits()).as("The second had no turn that it could give back").isZero();
	}

	@Test
	void letAPageWhoseThreadIsInterruptedBeRenderedWithoutATurn() {
		Thread.currentThread().interrupt();
		begin();
		assertThat(Thread.interrupted()).as("Others are to see it too").isTrue();
		assertThat(this.permits.availablePermits()).isEqualTo(2);
	}

	@Test
	void takeNoTurnForWhatIsNoPage() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		this.turns.postHandle(request, new MockHttpServletResponse(), this, null);
		assertThat(this.permits.availablePermits()).isEqualTo(2);
		end(request);
		assertThat(this.permits.availablePermits()).isEqualTo(2);
	}

	@Test
	void giveATurnBackOnce() {
		MockHttpServletRequest request = begin();
		end(request);
		end(request);
		assertThat(this.permits.availablePermits()).isEqualTo(2);
	}

	private MockHttpServletRequest begin() {
		return begin(this.turns);
	}

	private MockHttpServletRequest begin(RenderingTurns turns) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		turns.postHandle(request, new MockHttpServletResponse(), this, new ModelAndView("page"));
		return request;
	}

	private void end(MockHttpServletRequest request) {
		this.turns.afterCompletion(request, new MockHttpServletResponse(), this, null);
	}

}
