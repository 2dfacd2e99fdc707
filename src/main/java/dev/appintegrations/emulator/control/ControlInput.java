package dev.appintegrations.emulator.control;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.appintegrations.emulator.iam.Grants;
import dev.appintegrations.emulator.control.Settings.RegionState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads the bodies of control calls. Whatever is wrong is an
 * {@link IllegalArgumentException} whose text names the field.
 */
@Component
class ControlInput {

	private static final long MAX_DELAY_MS = Duration.ofMinutes(10).toMillis();

	private static final long MAX_TIME_MS = Duration.ofDays(366).toMillis();

	private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d{1,2}");

	private static final Pattern SERVICE_OR_OPERATION = Pattern.compile("[a-z][a-z0-9-]*(/[A-Z][A-Za-z0-9]*)?");

	private static final List<String> LAGS = List.of("associationMs", "inUseMs", "knowledgeBaseMs", "readAfterWriteMs",
			"roleDeletionMs");

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.build();

	String scenario(HttpServletRequest request, Collection<String> names) throws IOException {
		String scenario = read(request, new TypeReference<ScenarioBody>() {
		}).scenario();
		if (scenario == null || !names.contains(scenario)) {
			throw new IllegalArgumentException("scenario: one of " + names + " is wanted");
		}
		return scenario;
	}

	Settings.Network network(HttpServletRequest request) throws IOException {
		NetworkBody body = read(request, new TypeReference<>() {
		});
		Settings.Delay standard = (body.standard() != null) ? body.standard() : new Settings.Delay(0L, 0L);
		Map<String, Settings.Delay> regions = (body.regions() != null) ? body.regions() : Map.of();
		checkDelay("default", standard);
		regions.forEach((region, delay) -> {
			checkRegion("regions." + region, region);
			check(delay != null, "regions." + region, "a delay is wanted");
			checkDelay("regions." + region, delay);
		});
		return new Settings.Network(standard, Map.copyOf(regions));
	}

	Map<String, Settings.@Nullable Rate> rates(HttpServletRequest request) throws IOException {
		Map<String, @Nullable RateBody> bodies = read(request, new TypeReference<>() {
		});
		Map<String, Settings.@Nullable Rate> rates = new HashMap<>();
		bodies.forEach((name, body) -> {
			check(SERVICE_OR_OPERATION.matcher(name).matches(), name,
					"a service or operation is wanted, such as connect/ListInstances");
			rates.put(name, (body != null) ? body.rate(name) : null);
		});
		return rates;
	}

	List<Fault> faults(HttpServletRequest request) throws IOException {
		List<@Nullable FaultBody> bodies = read(request, new TypeReference<>() {
		});
		return IntStream.range(0, bodies.size()).mapToObj((i) -> {
			FaultBody body = bodies.get(i);
			if (body == null) {
				throw new IllegalArgumentException("[" + i + "]: a fault is wanted");
			}
			return new Fault(body.pattern("[" + i + "]."));
		}).toList();
	}

	Map<String, @Nullable Long> lags(HttpServletRequest request) throws IOException {
		Map<String, @Nullable Long> lags = read(request, new TypeReference<>() {
		});
		lags.forEach((name, lag) -> {
			checkName(name, LAGS);
			check(lag == null || (lag >= 0 && lag <= MAX_TIME_MS), name, "0 to " + MAX_TIME_MS + " is wanted");
		});
		return lags;
	}

	Map<String, @Nullable RegionState> regions(HttpServletRequest request) throws IOException {
		Map<String, @Nullable RegionState> regions = read(request, new TypeReference<>() {
		});
		regions.keySet().forEach((region) -> checkRegion(region, region));
		return regions;
	}

	Map<String, @Nullable Integer> quotas(HttpServletRequest request) throws IOException {
		Map<String, @Nullable Integer> quotas = read(request, new TypeReference<>() {
		});
		quotas.forEach((name, quota) -> {
			checkName(name, Controls.DEFAULT_QUOTAS.keySet());
			check(quota == null || quota >= 0, name, "0 or more is wanted");
		});
		return quotas;
	}

	Duration advance(HttpServletRequest request) throws IOException {
		Long advance = read(request, new TypeReference<ClockBody>() {
		}).advanceMs();
		if (advance == null || advance < 0 || advance > MAX_TIME_MS) {
			throw new IllegalArgumentException(
					"advanceMs: 0 to " + MAX_TIME_MS + " is wanted: time moves forward only");
		}
		return Duration.ofMillis(advance);
	}

	Map<String, @Nullable Boolean> behaviours(HttpServletRequest request) throws IOException {
		Map<String, @Nullable Boolean> behaviours = read(request, new TypeReference<>() {
		});
		behaviours.keySet().forEach((name) -> checkName(name, Controls.DEFAULT_BEHAVIOURS.keySet()));
		return behaviours;
	}

	Grants.@Nullable Grant grants(HttpServletRequest request) throws IOException {
		Map<String, @Nullable List<@Nullable String>> lists = read(request, new TypeReference<>() {
		});
		lists.keySet().forEach((name) -> checkName(name, Set.of("allowed", "denied")));
		return lists.isEmpty() ? null : new Grants.Grant(rules("allowed", lists), rules("denied", lists));
	}

	private static List<Grants.Rule> rules(String name, Map<String, @Nullable List<@Nullable String>> lists) {
		List<@Nullable String> texts = Objects.requireNonNullElse(lists.get(name), List.of());
		try {
			return texts.stream().map((text) -> Grants.Rule.of(String.valueOf(text))).toList();
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					name + ": actions are wanted, each alone or with an ARN: iam:Get* arn:aws:iam::*:role/*", ex);
		}
	}

	void write(HttpServletResponse response, int status, Object body) throws IOException {
		byte[] bytes = this.json.writeValueAsBytes(body);
		response.setStatus(status);
		response.setContentType("application/json");
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	private <T> T read(HttpServletRequest request, TypeReference<T> type) throws IOException {
		T value;
		try {
			value = this.json.readValue(request.getInputStream().readAllBytes(), type);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(explain(ex), ex);
		}
		if (value == null) {
			throw new IllegalArgumentException("body: JSON is wanted");
		}
		return value;
	}

	private static String explain(JacksonException ex) {
		String field = ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "[" + step.getIndex() + "]")
			.collect(Collectors.joining("."));
		return (field.isEmpty() ? "body" : field) + ": " + switch (ex) {
			case UnrecognizedPropertyException unknown ->
				"no such field; there are " + new TreeSet<>(unknown.getKnownPropertyIds());
			case MismatchedInputException mismatch -> wanted(mismatch.getTargetType()) + " is wanted";
			default -> "JSON is wanted: " + ex.getOriginalMessage();
		};
	}

	private static String wanted(@Nullable Class<?> type) {
		if (type == null) {
			return "JSON";
		}
		if (type.isEnum()) {
			return "one of " + List.of(type.getEnumConstants());
		}
		if (type == Integer.class || type == Long.class) {
			return "a whole number";
		}
		if (type == Double.class) {
			return "a number";
		}
		if (type == Boolean.class) {
			return "true or false";
		}
		if (type == String.class) {
			return "a text";
		}
		return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
	}

	static void check(boolean right, String field, String wanted) {
		if (!right) {
			throw new IllegalArgumentException(field + ": " + wanted);
		}
	}

	private static void checkName(String name, Collection<String> names) {
		check(names.contains(name), name, "no such field; there are " + new TreeSet<>(names));
	}

	private static void checkRegion(String field, String region) {
		check(REGION.matcher(region).matches(), field, "a region code is wanted, such as eu-west-2");
	}

	private static void checkDelay(String field, Settings.Delay delay) {
		delay.byName()
			.forEach((name, value) -> check(value >= 0 && value <= MAX_DELAY_MS, field + "." + name,
					"0 to " + MAX_DELAY_MS + " is wanted"));
	}

	private record ScenarioBody(@Nullable String scenario) {

	}

	private record NetworkBody(@JsonProperty("default") Settings.@Nullable Delay standard,
			@Nullable Map<String, Settings.Delay> regions) {

	}

	private record RateBody(@Nullable Double perSecond, @Nullable Integer burst) {

		Settings.Rate rate(String name) {
			if (this.perSecond == null || this.perSecond <= 0 || !Double.isFinite(this.perSecond)) {
				throw new IllegalArgumentException(name + ".perSecond: a number above 0 is wanted");
			}
			if (this.burst == null || this.burst < 1) {
				throw new IllegalArgumentException(name + ".burst: 1 or more is wanted");
			}
			return new Settings.Rate(this.perSecond, this.burst);
		}

	}

	private record ClockBody(@Nullable Long advanceMs) {

	}

	private record FaultBody(@Nullable String service, @Nullable String operation, @Nullable String region,
			@Nullable Integer times, @Nullable Integer skip, @Nullable Integer status, @Nullable String code,
			@Nullable String message, Fault.@Nullable Action action, @Nullable Double probability,
			@Nullable Long seed) {

		Fault.Pattern pattern(String field) {
			check(this.status == null || (this.status >= 200 && this.status <= 599), field + "status",
					"200 to 599 is wanted");
			check(this.probability == null || (this.probability >= 0 && this.probability <= 1), field + "probability",
					"0 to 1 is wanted");
			check(this.times == null || this.times >= 0, field + "times", "0 or more is wanted");
			check(this.skip == null || this.skip >= 0, field + "skip", "0 or more is wanted");
			check(this.code == null || this.code.matches("[\\w.#:/-]+"), field + "code",
					"the code of an error is wanted, such as ThrottlingException");
			check(this.region == null || "*".equals(this.region) || REGION.matcher(this.region).matches(),
					field + "region", "a region code or * is wanted");
			return new Fault.Pattern(this.service, this.operation, this.region, this.times, this.skip, this.status,
					this.code, this.message, (this.action != null) ? this.action : Fault.Action.ERROR, this.probability,
					this.seed);
		}

	}

}
