package dev.appintegrations.console.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.appintegrations.console.ConsoleTest;
import dev.appintegrations.console.kernel.AccountAlias;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class LeftoverScansTests {

	private static final AccountAlias ACCOUNT = new AccountAlias("leftover");

	@Autowired
	private ScanStore store;

	@Autowired
	private HolderStore holders;

	private final UUID left = UUID.randomUUID();

	@BeforeEach
	void leaveAScanRunning() {
		Scan scan = new Scan(this.left, ACCOUNT, null, ScanState.RUNNING, "viewer", Instant.now(), null, List.of(),
				List.of(), true);
		this.store.begin(scan, UUID.randomUUID(), "leftover:" + this.left);
	}

	@AfterEach
	void endIt() {
		this.store.interrupt(this.left);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/console;WRITE_DELAY=0", "jdbc:h2:mem:console" })
	void interruptsScansOfAnEarlierProcessAtTheStart(String url) {
		new LeftoverScans(this.store, this.holders, url).afterSingletonsInstantiated();
		assertThat(state()).isEqualTo(ScanState.INTERRUPTED);
	}

	@Test
	void leavesScansOfOtherReplicasAlone() {
		new LeftoverScans(this.store, this.holders, "jdbc:postgresql://localhost/console")
			.afterSingletonsInstantiated();
		assertThat(state()).isEqualTo(ScanState.RUNNING);
	}

	private ScanState state() {
		return this.store.find(this.left).orElseThrow().state();
	}

}
