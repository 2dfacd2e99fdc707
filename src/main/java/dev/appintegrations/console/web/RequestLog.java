package dev.appintegrations.console.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.LogField;
import dev.appintegrations.console.kernel.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, that of the proxy in front if it has sent one, and has the
 * log carry it and the account.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RequestLog extends OncePerRequestFilter {

	static final String HEADER = "X-Request-Id";

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

	private static final Pattern ACCOUNT = Pattern.compile("/accounts/([a-z0-9-]+)(?:/|$)");

	private static final int BYTES = 8;

	private final Accounts accounts;

	private final SecureRandom random = new SecureRandom();

	RequestLog(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = id(request.getHeader(HEADER));
		response.setHeader(HEADER, id);
		Optional<String> account = account(request.getRequestURI());
		try (Scope _ = LogField.REQUEST.with(id); Scope _ = account.map(LogField.ACCOUNT::with).orElse(() -> {
		})) {
			chain.doFilter(request, response);
		}
	}

	private String id(@Nullable String sent) {
		if (sent != null && ID.matcher(sent).matches()) {
			return sent;
		}
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** Only of accounts that there are; the rest of a path is whatever somebody sent. */
	private Optional<String> account(String path) {
		Matcher matcher = ACCOUNT.matcher(path);
		return matcher.find() ? this.accounts.all()
			.stream()
			.map((account) -> account.alias().value())
			.filter(matcher.group(1)::equals)
			.findFirst() : Optional.empty();
	}

}
