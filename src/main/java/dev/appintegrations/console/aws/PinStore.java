package dev.appintegrations.console.aws;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.appintegrations.console.kernel.AccountAlias;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The account ids that aliases were seen with first.
 */
@Component
class PinStore {

	private final JdbcClient jdbc;

	PinStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<String> find(AccountAlias alias) {
		return this.jdbc.sql("select account_id from aws_account_pin where alias = ?")
			.param(alias.value())
			.query(String.class)
			.optional();
	}

	/**
	 * Reads all pins, those of accounts that are no longer configured among them.
	 * @return account ids by alias
	 */
	Map<String, String> all() {
		return this.jdbc.sql("select alias, account_id from aws_account_pin")
			.query((row, number) -> Map.entry(row.getString("alias"), row.getString("account_id")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Pins an id, unless another replica was faster.
	 * @return the id that is pinned now
	 */
	String pin(AccountAlias alias, String accountId) {
		try {
			this.jdbc.sql("insert into aws_account_pin (alias, account_id) values (?, ?)")
				.params(alias.value(), accountId)
				.update();
			return accountId;
		}
		catch (DuplicateKeyException ex) {
			return find(alias).orElse(accountId);
		}
	}

}
