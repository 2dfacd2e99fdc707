package dev.appintegrations.console.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.AccountIds;
import dev.appintegrations.console.kernel.Accounts;
import dev.appintegrations.console.kernel.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Builds what every page has around it.
 */
@Component
class Shell {

	static final String THEME_COOKIE = "theme";

	private static final int BELOW_THE_LINE = 800;

	private final Accounts accounts;

	private final AccountIds ids;

	private final List<NavigationEntry> navigation;

	private final AssetManifest assets;

	private final boolean demo;

	Shell(Accounts accounts, AccountIds ids, List<NavigationEntry> navigation, AssetManifest assets,
			Environment environment) {
		this.accounts = accounts;
		this.ids = ids;
		this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
		this.assets = assets;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	/**
	 * The shell of an error page, which must not need what may be broken: it looks into
	 * no database.
	 */
	ShellView plain(HttpServletRequest request) {
		Account first = this.accounts.all().getFirst();
		return new ShellView(List.of(),
				new ShellView.AccountLink(first.alias().value(), first.label(), null, "/", first.emulated(), true),
				List.of(), null, theme(request), path(request), this.assets, this.demo);
	}

	ShellView of(HttpServletRequest request) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		ShellView.Person person = (authentication == null || authentication instanceof AnonymousAuthenticationToken)
				? null : person(authentication);
		Account current = (request.getAttribute(AccountArgument.ATTRIBUTE) instanceof Account account) ? account : null;
		Account shown = (current != null) ? current : this.accounts.all().getFirst();
		Map<AccountAlias, String> ids = this.ids.known();
		List<ShellView.AccountLink> links = (person != null)
				? this.accounts.all().stream().map((account) -> link(account, ids, account.equals(shown))).toList()
				: List.of();
		return new ShellView(links, link(shown, ids, true),
				(person != null) ? entries(shown, authentication) : List.of(), person, theme(request), path(request),
				this.assets, this.demo);
	}

	private static ShellView.AccountLink link(Account account, Map<AccountAlias, String> ids, boolean current) {
		return new ShellView.AccountLink(account.alias().value(), account.label(), ids.get(account.alias()),
				"/accounts/" + account.alias() + "/overview", account.emulated(), current);
	}

	private List<ShellView.Entry> entries(Account account, @Nullable Authentication authentication) {
		return this.navigation.stream()
			.filter((entry) -> authentication != null && authentication.getPrincipal() instanceof Caller caller
					&& caller.may(entry.permission()))
			.map((entry) -> new ShellView.Entry(entry.section(), entry.label(),
					entry.perAccount() ? "/accounts/" + account.alias() + entry.path() : entry.path(),
					entry.perAccount(), entry.order() >= BELOW_THE_LINE, entry.nested()))
			.toList();
	}

	private static ShellView.Person person(Authentication authentication) {
		String role = authentication.getAuthorities()
			.stream()
			.map((authority) -> String.valueOf(authority.getAuthority()))
			.filter((authority) -> authority.startsWith("ROLE_"))
			.map((authority) -> authority.substring(5, 6) + authority.substring(6).toLowerCase(java.util.Locale.ROOT))
			.findFirst()
			.orElse("");
		return new ShellView.Person(authentication.getName(), role);
	}

	private static String path(HttpServletRequest request) {
		if (!"GET".equals(request.getMethod())) {
			return "/";
		}
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

	private static String theme(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		@Nullable String theme = (cookies == null) ? null
				: Arrays.stream(cookies)
					.filter((cookie) -> THEME_COOKIE.equals(cookie.getName()))
					.map(Cookie::getValue)
					.findFirst()
					.orElse(null);
		return (theme != null && List.of("light", "dark").contains(theme)) ? theme : "system";
	}

}
