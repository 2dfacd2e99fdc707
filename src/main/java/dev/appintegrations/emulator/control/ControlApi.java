package dev.appintegrations.emulator.control;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.appintegrations.emulator.iam.Grants;
import dev.appintegrations.emulator.scenario.Scenarios;
import dev.appintegrations.emulator.wire.AwsError;
import dev.appintegrations.emulator.wire.EmulatedService;
import dev.appintegrations.emulator.wire.EmulatorServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The control API under {@code /_emulator}: loopback only unless
 * {@code emulator.control.anywhere} is set, as in a container whose port is published on
 * loopback; never from a web page.
 */
@Component
class ControlApi implements EmulatorServlet.ControlCalls {

	private static final Pattern ACCOUNT = Pattern.compile("account=(\\d{12})");

	private final Controls controls;

	private final CallLog log;

	private final List<EmulatedService> services;

	private final Scenarios scenarios;

	private final ControlInput input;

	private final Grants grants;

	private final boolean anywhere;

	ControlApi(Controls controls, CallLog log, List<EmulatedService> services, Scenarios scenarios, ControlInput input,
			Grants grants, Environment environment) {
		this.controls = controls;
		this.log = log;
		this.services = services;
		this.scenarios = scenarios;
		this.input = input;
		this.grants = grants;
		this.anywhere = environment.getProperty("emulator.control.anywhere", Boolean.class, false);
	}

	@Override
	public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!this.anywhere && !InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
			this.input.write(response, 403, error("The control API answers on loopback only"));
			return;
		}
		if (request.getHeader("Origin") != null) {
			this.input.write(response, 403, error("The control API does not answer web pages"));
			return;
		}
		String call = request.getMethod() + " " + request.getRequestURI();
		try {
			Object answer = answer(call, account(request.getQueryString()), request);
			if (answer == null) {
				this.input.write(response, 404, error("No such call: " + call));
			}
			else {
				this.input.write(response, 200, answer);
			}
		}
		catch (IllegalArgumentException ex) {
			this.input.write(response, 400, error(String.valueOf(ex.getMessage())));
		}
		catch (AwsError ex) {
			this.input.write(response, ex.status(), error(ex.message()));
		}
	}

	/**
	 * Reads the query string and not {@code getParameter}, which takes the body of a form
	 * for parameters: and a form is what curl says that it sends.
	 */
	private static @Nullable String account(@Nullable String query) {
		if (query == null || query.isEmpty()) {
			return null;
		}
		var account = ACCOUNT.matcher(query);
		ControlInput.check(account.matches(), "account",
				"one account of twelve digits is wanted, such as ?account=111122223333, and no other parameter");
		return account.group(1);
	}

	private @Nullable Object answer(String call, @Nullable String account, HttpServletRequest request)
			throws IOException {
		if (account != null) {
			this.scenarios.prepare(account);
		}
		Settings settings = this.controls.settings(account);
		return switch (call) {
			case "GET /_emulator/health" -> Map.of("status", "UP", "services",
					this.services.stream().map(EmulatedService::signingName).sorted().toList());
			case "POST /_emulator/reset" -> reset(account, this.input.scenario(request, this.scenarios.names()));
			case "PUT /_emulator/network" -> {
				settings.network = this.input.network(request);
				yield done();
			}
			case "PUT /_emulator/rates" -> {
				merge(settings.rates, this.input.rates(request));
				this.controls.emptyBuckets(account);
				yield done();
			}
			case "PUT /_emulator/faults" -> {
				settings.faults = this.input.faults(request);
				yield done();
			}
			case "PUT /_emulator/lags" -> merge(settings.lags, this.input.lags(request));
			case "PUT /_emulator/regions" -> merge(settings.regions, this.input.regions(request));
			case "PUT /_emulator/quotas" -> merge(settings.quotas, this.input.quotas(request));
			case "PUT /_emulator/clock" -> {
				settings.advanceClock(this.input.advance(request));
				yield done();
			}
			case "PUT /_emulator/behaviour" -> merge(settings.behaviours, this.input.behaviours(request));
			case "PUT /_emulator/grants" -> {
				this.grants.set(account, this.input.grants(request));
				yield done();
			}
			case "GET /_emulator/calls" -> {
				Map<String, Object> answer = new LinkedHashMap<>();
				answer.put("total", this.log.total(account));
				answer.put("calls", this.log.calls(account).stream().map(CallLog.Call::toJson).toList());
				yield answer;
			}
			case "DELETE /_emulator/calls" -> {
				this.log.forget(account);
				yield done();
			}
			default -> null;
		};
	}

	private Object reset(@Nullable String account, String scenario) {
		this.services.forEach((service) -> service.forget(account));
		this.controls.forget(account);
		this.log.forget(account);
		this.scenarios.load(scenario, account);
		return done();
	}

	/**
	 * Sets what is named; {@code null} takes a setting back.
	 */
	private static <T> Map<String, Object> merge(Map<String, T> settings, Map<String, @Nullable T> changes) {
		changes.forEach((name, value) -> {
			if (value != null) {
				settings.put(name, value);
			}
			else {
				settings.remove(name);
			}
		});
		return done();
	}

	private static Map<String, Object> done() {
		return Map.of("done", true);
	}

	private static Map<String, Object> error(String message) {
		return Map.of("error", message);
	}

}
