package dev.appintegrations.console.role.operator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrincipalTests {

	@ParameterizedTest
	@ValueSource(strings = { "arn:aws:iam::111122223333:user/ann", "arn:aws:iam::111122223333:user/a/team/ann" })
	void isTheUserWhoCalls(String caller) {
		assertThat(Principal.of(caller)).isEqualTo(new Principal.User(caller));
	}

	@Test
	void isTheRoleOfASession() {
		assertThat(Principal.of("arn:aws:sts::111122223333:assumed-role/Operator/ann@example.com"))
			.isEqualTo(new Principal.Session("Operator"));
	}

	@ParameterizedTest
	@CsvSource({ "arn:aws:iam::111122223333:root, root user",
			"arn:aws:sts::111122223333:federated-user/ann, federated user", "nonsense, does not know: nonsense" })
	void isNobodyWhereIamSimulatesNothing(String caller, String why) {
		assertThat(Principal.of(caller)).isInstanceOfSatisfying(Principal.Nobody.class,
				(nobody) -> assertThat(nobody.why()).contains(why));
	}

}
