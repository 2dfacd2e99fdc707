package dev.appintegrations.console.web;

import java.util.Map;

import dev.appintegrations.console.api.ProblemException;
import dev.appintegrations.console.api.ProblemType;
import dev.appintegrations.console.kernel.Account;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hands handlers the account that the path names.
 */
class AccountArgument implements HandlerMethodArgumentResolver {

	static final String ATTRIBUTE = AccountArgument.class.getName();

	private final Accounts accounts;

	AccountArgument(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Account.class;
	}

	@Override
	public Account resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST);
		String alias = (variables instanceof Map<?, ?> map) ? String.valueOf(map.get("account")) : "";
		Account account = this.accounts.all()
			.stream()
			.filter((each) -> each.alias().value().equals(alias))
			.findFirst()
			.orElseThrow(
					() -> new ProblemException(ProblemType.NOT_FOUND,
							"No account is configured as '" + shortened(alias) + "'. There are: " + String.join(", ",
									this.accounts.all().stream().map(Account::alias).map(AccountAlias::value).toList())
									+ "."));
		request.setAttribute(ATTRIBUTE, account, RequestAttributes.SCOPE_REQUEST);
		return account;
	}

	private static String shortened(String alias) {
		return (alias.length() > 63) ? alias.substring(0, 63) + "…" : alias;
	}

}
