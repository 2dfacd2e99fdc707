package dev.appintegrations.console.deletion;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what the audit trail says of a deletion's calls.
 */
final class AuditReader {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	AuditReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Entry> entries(UUID deletion) {
		return this.jdbc.sql("""
				select a.operation, a.parameters, o.outcome from activity a
				left join activity_outcome o on o.activity_id = a.id
				where a.parameters like ? order by a.number
				""").param("%\"" + deletion + "\"%").query((row, number) -> {
			Map<String, String> parameters = JSON.readValue(row.getString("parameters"),
					new TypeReference<Map<String, String>>() {
					});
			String step = parameters.get("step");
			return new Entry((step != null) ? Integer.parseInt(step) : 0, row.getString("operation"),
					row.getString("outcome"));
		}).list().stream().filter((entry) -> entry.step() > 0).toList();
	}

	/**
	 * An entry about a call.
	 *
	 * @param step the step's number
	 * @param operation what was done
	 * @param outcome what came of it, or {@code null} if that is not known
	 */
	record Entry(int step, String operation, @Nullable String outcome) {

	}

}
