package dev.appintegrations.console.api;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import dev.appintegrations.console.api.EventStreams.Event;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamsTests {

	/** With room for one. */
	private final EventStreams streams = new EventStreams(Duration.ofSeconds(15), 1);

	@AfterEach
	void stop() {
		this.streams.stop();
	}

	@Test
	void sendHeadersOnTheRequestsOwnThreadWhichSetsThemToo() {
		MockHttpServletResponse response = ask(MockMvcTester.of(new Uneventful())).getResponse();
		assertThat(response.isCommitted()).isTrue();
		assertThat(response.getContentType()).isEqualTo(MediaType.TEXT_EVENT_STREAM_VALUE);
	}

	@ParameterizedTest
	@ValueSource(classes = { IOException.class, IllegalStateException.class })
	void takeNoRoomIfTheirHeadersCanNotBeSent(Class<? extends Exception> failure) {
		Filter failing = (request, response, chain) -> chain.doFilter(request,
				new HttpServletResponseWrapper((HttpServletResponse) response) {

					@Override
					public void flushBuffer() throws IOException {
						if (failure == IOException.class) {
							throw new IOException("Gone");
						}
						throw new IllegalStateException("Gone");
					}

				});
		Uneventful controller = new Uneventful();
		MvcTestResult left = ask(MockMvcTester.of(List.of(controller), (mvc) -> mvc.addFilters(failing).build()));
		assertThat(left).failure().hasRootCauseMessage("Gone");
		assertThat(ask(MockMvcTester.of(controller))).hasStatusOk();
	}

	private static MvcTestResult ask(MockMvcTester mvc) {
		return mvc.get().uri("/uneventful").asyncExchange();
	}

	/** The stream's own thread never comes to write. */
	@RestController
	private final class Uneventful {

		@GetMapping("/uneventful")
		SseEmitter events() {
			return EventStreamsTests.this.streams.open(this::watch, (event) -> SseEmitter.event()).orElseThrow();
		}

		private AutoCloseable watch(Consumer<Event> listener) {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return () -> {
			};
		}

	}

}
