package dev.appintegrations.console.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import dev.appintegrations.console.api.EventStreams.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamsTests {

	private final EventStreams streams = new EventStreams(Duration.ofSeconds(15), 1);

	@AfterEach
	void stop() {
		this.streams.stop();
	}

	@Test
	void writeHeadersOnTheRequestsOwnThreadWhichSetsThemToo() throws Exception {
		MockHttpServletResponse response = MockMvcTester.of(new Uneventful())
			.get()
			.uri("/uneventful")
			.asyncExchange()
			.getResponse();
		assertThat(response.isCommitted()).isTrue();
		assertThat(response.getContentType()).isEqualTo(MediaType.TEXT_EVENT_STREAM_VALUE);
		assertThat(response.getContentAsString()).isEqualToNormalizingNewlines("""
				retry:2000
				:watching

				""");
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
