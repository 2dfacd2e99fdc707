package dev.appintegrations.emulator.control;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.appintegrations.emulator.control.Settings.RegionState;
import dev.appintegrations.emulator.scenario.Scenarios;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.EmulatorServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The control API under {@code /_emulator}: loopback only, never from a web page.
 */
@Component
class ControlApi implements EmulatorServlet.ControlCalls {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
		.build();

	private final Controls controls;

	private final CallLog log;

	private final ObjectProvider<EmulatedService> services;

	private final ObjectProvider<Scenarios> scenarios;

	ControlApi(Controls controls, CallLog log, ObjectProvider<EmulatedService> services,
			ObjectProvider<Scenarios> scenarios) {
		this.controls = controls;
		this.log = log;
		this.services = services;
		this.scenarios = scenarios;
	}

	@Override
	public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
			write(response, 403, Map.of("error", "The control API answers on loopback only"));
			return;
		}
		if (request.getHeader("Origin") != null) {
			write(response, 403, Map.of("error", "The control API does not answer web pages"));
			return;
		}
		String account = request.getParameter("account");
		if (account != null && !account.matches("\\d{12}")) {
			write(response, 400, Map.of("error", "account: twelve digits are wanted, such as 111122223333"));
			return;
		}
		String path = request.getRequestURI().substring("/_emulator".length());
		try {
			Object answer = answer(request.getMethod() + " " + path.substring(Math.min(1, path.length())), account,
					request);
			if (answer == null) {
				write(response, 404, Map.of("error", "No such call: " + request.getMethod() + " " + path));
			}
			else {
				write(response, 200, answer);
			}
		}
		catch (JacksonException ex) {
			write(response, 400, Map.of("error", "body: " + ex.getOriginalMessage()));
		}
		catch (IllegalArgumentException ex) {
			write(response, 400, Map.of("error", String.valueOf(ex.getMessage())));
		}
	}

	private @Nullable Object answer(String call, @Nullable String account, HttpServletRequest request)
			throws IOException {
		Settings settings = this.controls.settings(account);
		return switch (call) {
			case "GET health" -> Map.of("status", "UP", "services",
					this.services.stream().map(EmulatedService::signingName).sorted().toList());
			case "POST reset" -> reset(account, read(request, new TypeReference<ScenarioBody>() {
			}));
			case "PUT network" -> {
				NetworkBody body = read(request, new TypeReference<>() {
				});
				Settings.Delay standard = (body.standard() != null) ? body.standard() : new Settings.Delay(0L, 0L);
				Map<String, Settings.Delay> regions = (body.regions() != null) ? body.regions() : Map.of();
				checkDelay("default", standard);
				regions.forEach((region, delay) -> checkDelay("regions." + region, delay));
				settings.network = new Settings.Network(standard, Map.copyOf(regions));
				yield done();
			}
			case "PUT rates" -> {
				Map<String, Settings.Rate> rates = read(request, new TypeReference<>() {
				});
				rates.forEach((name, rate) -> check(rate.perSecond() > 0 && rate.burst() >= 1, name,
						"perSecond above 0 and burst of 1 or more are wanted"));
				settings.rates.putAll(rates);
				this.controls.emptyBuckets(account);
				yield done();
			}
			case "PUT faults" -> {
				List<FaultBody> bodies = read(request, new TypeReference<>() {
				});
				List<Fault> faults = new ArrayList<>();
				bodies.forEach((body) -> faults.add(new Fault(body.pattern())));
				settings.faults = List.copyOf(faults);
				yield done();
			}
			case "PUT lags" -> {
				Map<String, Long> lags = read(request, new TypeReference<>() {
				});
				lags.forEach((name, lag) -> {
					check(LAGS.contains(name), name, "no such lag; there are " + LAGS);
					check(lag >= 0, name, "milliseconds of 0 or more are wanted");
				});
				settings.lags.putAll(lags);
				yield done();
			}
			case "PUT regions" -> {
				Map<String, RegionState> regions = read(request, new TypeReference<>() {
				});
				settings.regions.putAll(regions);
				yield done();
			}
			case "PUT quotas" -> {
				Map<String, Integer> quotas = read(request, new TypeReference<>() {
				});
				quotas.forEach((name, quota) -> {
					check(Controls.DEFAULT_QUOTAS.containsKey(name), name,
							"no such quota; there are " + new TreeMap<>(Controls.DEFAULT_QUOTAS).keySet());
					check(quota >= 0, name, "0 or more is wanted");
				});
				settings.quotas.putAll(quotas);
				yield done();
			}
			case "PUT clock" -> {
				ClockBody body = read(request, new TypeReference<>() {
				});
				check(body.advanceMs() >= 0, "advanceMs", "time moves forward only");
				settings.clockAdvance = settings.clockAdvance.plus(Duration.ofMillis(body.advanceMs()));
				yield done();
			}
			case "PUT behaviour" -> {
				Map<String, Boolean> behaviours = read(request, new TypeReference<>() {
				});
				behaviours.keySet()
					.forEach((name) -> check(Controls.DEFAULT_BEHAVIOURS.containsKey(name), name,
							"no such behaviour; there are " + new TreeMap<>(Controls.DEFAULT_BEHAVIOURS).keySet()));
				settings.behaviours.putAll(behaviours);
				yield done();
			}
			case "GET calls" -> {
				Map<String, Object> answer = new LinkedHashMap<>();
				answer.put("total", this.log.total(account));
				answer.put("calls", this.log.calls(account).stream().map(CallLog.Call::toJson).toList());
				yield answer;
			}
			case "DELETE calls" -> {
				this.log.forget(account);
				yield done();
			}
			default -> null;
		};
	}

	private Object reset(@Nullable String account, ScenarioBody body) {
		Scenarios all = this.scenarios.getObject();
		check(all.names().contains(body.scenario()), "scenario", "no such scenario; there are " + all.names());
		this.services.forEach((service) -> service.forget(account));
		this.controls.forget(account);
		this.log.forget(account);
		all.load(body.scenario(), account);
		return done();
	}

	private static <T> T read(HttpServletRequest request, TypeReference<T> type) throws IOException {
		T value = JSON.readValue(request.getInputStream(), type);
		if (value == null) {
			throw new IllegalArgumentException("body: JSON is wanted");
		}
		return value;
	}

	private static void checkDelay(String field, Settings.Delay delay) {
		check(delay.latencyMs() == null || delay.latencyMs() >= 0, field + ".latencyMs", "0 or more is wanted");
		check(delay.serviceMs() == null || delay.serviceMs() >= 0, field + ".serviceMs", "0 or more is wanted");
	}

	private static void check(boolean right, String field, String wanted) {
		if (!right) {
			throw new IllegalArgumentException(field + ": " + wanted);
		}
	}

	private static Map<String, Object> done() {
		return Map.of("done", true);
	}

	private static void write(HttpServletResponse response, int status, Object body) throws IOException {
		byte[] json = JSON.writeValueAsBytes(body);
		response.setStatus(status);
		response.setContentType("application/json");
		response.setContentLength(json.length);
		response.getOutputStream().write(json);
	}

	private static final List<String> LAGS = List.of("associationMs", "knowledgeBaseMs", "roleDeletionMs", "inUseMs",
			"readAfterWriteMs");

	private record ScenarioBody(String scenario) {

	}

	private record NetworkBody(
			@com.fasterxml.jackson.annotation.JsonProperty("default") Settings.@Nullable Delay standard,
			@Nullable Map<String, Settings.Delay> regions) {

	}

	private record ClockBody(long advanceMs) {

	}

	private record FaultBody(@Nullable String service, @Nullable String operation, @Nullable String region,
			@Nullable Integer times, @Nullable Integer skip, @Nullable Integer status, @Nullable String code,
			@Nullable String message, Fault.@Nullable Action action, @Nullable Double probability,
			@Nullable Long seed) {

		Fault.Pattern pattern() {
			check(this.status == null || (this.status >= 200 && this.status <= 599), "status", "200 to 599 is wanted");
			check(this.probability == null || (this.probability >= 0 && this.probability <= 1), "probability",
					"0 to 1 is wanted");
			check(this.times == null || this.times >= 0, "times", "0 or more is wanted");
			check(this.skip == null || this.skip >= 0, "skip", "0 or more is wanted");
			return new Fault.Pattern(this.service, this.operation, this.region, this.times, this.skip, this.status,
					this.code, this.message, (this.action != null) ? this.action : Fault.Action.ERROR, this.probability,
					this.seed);
		}

	}

}
