package dev.appintegrations.emulator.iam;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An IAM that differs from AWS where LocalStack and moto do: it takes the reserved path,
 * answers an absent role with 400, leaves documents as they are, knows no last use, and
 * deletes service-linked roles at once, ordinary ones not while a policy is attached.
 */
final class LocalStackLikeIam implements AutoCloseable {

	private static final Pattern CREDENTIAL = Pattern.compile("Credential=(\\d{12})/");

	private final Map<String, Map<String, StoredRole>> accounts = new ConcurrentHashMap<>();

	private final AtomicInteger ids = new AtomicInteger(10_000);

	private final HttpServer server;

	private volatile boolean failing;

	private LocalStackLikeIam(HttpServer server) {
		this.server = server;
	}

	static LocalStackLikeIam start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		LocalStackLikeIam iam = new LocalStackLikeIam(server);
		server.createContext("/", iam::answer);
		server.start();
		return iam;
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	void failing(boolean failing) {
		this.failing = failing;
	}

	private void answer(HttpExchange exchange) throws IOException {
		Map<String, String> form = form(exchange);
		Matcher credential = CREDENTIAL.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
		String account = credential.find() ? credential.group(1) : "";
		String body;
		int status = 200;
		try {
			if (this.failing) {
				throw new Refusal("InternalFailure");
			}
			String action = form.getOrDefault("Action", "");
			body = "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action,
					act(action, account, form));
		}
		catch (Refusal ex) {
			status = 400;
			body = "<ErrorResponse><Error><Code>%s</Code><Message>Refused</Message></Error><RequestId>other</RequestId></ErrorResponse>"
				.formatted(ex.getMessage());
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		try (exchange) {
			exchange.getResponseBody().write(bytes);
		}
	}

	private String act(String action, String account, Map<String, String> form) {
		Map<String, StoredRole> roles = this.accounts.computeIfAbsent(account, (key) -> new ConcurrentHashMap<>());
		String name = form.getOrDefault("RoleName", "");
		if ("CreateRole".equals(action)) {
			StoredRole role = new StoredRole("AROAOTHERIAM" + this.ids.incrementAndGet(), account, form);
			tags(form, role);
			if (roles.putIfAbsent(name, role) != null) {
				throw new Refusal("EntityAlreadyExists");
			}
			return role.xml();
		}
		StoredRole role = roles.get(name);
		if (role == null) {
			throw new Refusal("NoSuchEntity");
		}
		switch (action) {
			case "AttachRolePolicy" -> role.policies.add(form.get("PolicyArn"));
			case "DetachRolePolicy" -> role.policies.remove(form.get("PolicyArn"));
			case "DeleteServiceLinkedRole" -> roles.remove(name);
			case "DeleteRole" -> {
				if (!role.policies.isEmpty()) {
					throw new Refusal("DeleteConflict");
				}
				roles.remove(name);
			}
			case "TagRole" -> tags(form, role);
			case "UntagRole" -> form.forEach((key, value) -> {
				if (key.startsWith("TagKeys.member.")) {
					role.tags.remove(value);
				}
			});
			case "UpdateRoleDescription" -> role.form.put("Description", form.getOrDefault("Description", ""));
			default -> {
				// The others change nothing.
			}
		}
		return switch (action) {
			case "GetRole", "UpdateRoleDescription" -> role.xml();
			case "ListAttachedRolePolicies" -> role.policiesXml();
			case "DeleteServiceLinkedRole" -> element("DeletionTaskId", "task/done");
			default -> "";
		};
	}

	private static void tags(Map<String, String> form, StoredRole role) {
		for (int i = 1; form.containsKey("Tags.member." + i + ".Key"); i++) {
			role.tags.put(form.get("Tags.member." + i + ".Key"), form.get("Tags.member." + i + ".Value"));
		}
	}

	private static Map<String, String> form(HttpExchange exchange) throws IOException {
		Map<String, String> form = new LinkedHashMap<>();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Arrays.stream(body.split("&"))
			.map((pair) -> pair.split("=", 2))
			.forEach((pair) -> form.put(decoded(pair[0]), decoded(pair[1])));
		return form;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static String element(String name, String value) {
		return "<" + name + ">" + value.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A role.
	 */
	private static final class StoredRole {

		private final String id;

		private final String account;

		private final Map<String, String> form;

		private final Map<String, String> tags = new TreeMap<>();

		private final List<String> policies = new ArrayList<>();

		private StoredRole(String id, String account, Map<String, String> form) {
			this.id = id;
			this.account = account;
			this.form = new ConcurrentHashMap<>(form);
		}

		private String xml() {
			StringBuilder xml = new StringBuilder("<Role>");
			for (String name : List.of("Path", "RoleName", "AssumeRolePolicyDocument", "Description",
					"MaxSessionDuration")) {
				if (this.form.containsKey(name)) {
					xml.append(element(name, this.form.get(name)));
				}
			}
			xml.append(element("RoleId", this.id))
				.append(element("Arn",
						"arn:aws:iam::" + this.account + ":role" + this.form.get("Path") + this.form.get("RoleName")))
				.append(element("CreateDate", "2026-11-23T10:00:00Z"))
				.append("<Tags>");
			this.tags.forEach((key, value) -> xml
				.append("<member>" + element("Key", key) + element("Value", value) + "</member>"));
			return xml.append("</Tags><RoleLastUsed/></Role>").toString();
		}

		private String policiesXml() {
			StringBuilder xml = new StringBuilder("<AttachedPolicies>");
			this.policies.forEach((arn) -> xml.append("<member>" + element("PolicyArn", arn) + "</member>"));
			return xml.append("</AttachedPolicies><IsTruncated>false</IsTruncated>").toString();
		}

	}

	/**
	 * A refusal, by its code.
	 */
	private static final class Refusal extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private Refusal(String code) {
			super(code);
		}

	}

}
