package dev.appintegrations.console.inventory;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTests {

	private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

	private final Silence silence = new Silence(Duration.ofSeconds(15));

	@Test
	void countsOnceThisReplicaHasListenedAsLong() {
		assertThat(this.silence.deadBefore(NOON)).isEmpty();
		this.silence.listening(NOON);
		assertThat(this.silence.deadBefore(NOON.plusSeconds(14))).isEmpty();
		assertThat(this.silence.deadBefore(NOON.plusSeconds(15))).contains(NOON);
		this.silence.listening(NOON.plusSeconds(16));
		assertThat(this.silence.deadBefore(NOON.plusSeconds(20))).contains(NOON.plusSeconds(5));
	}

	@Test
	void countsForNothingJustAfterTheDatabaseWasAway() {
		this.silence.listening(NOON);
		this.silence.deaf();
		assertThat(this.silence.deadBefore(NOON.plusSeconds(60))).isEmpty();
		this.silence.listening(NOON.plusSeconds(60));
		assertThat(this.silence.deadBefore(NOON.plusSeconds(61))).isEmpty();
		assertThat(this.silence.deadBefore(NOON.plusSeconds(75))).contains(NOON.plusSeconds(60));
	}

}
