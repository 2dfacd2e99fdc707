package dev.appintegrations.console;

import java.util.List;

import dev.appintegrations.console.kernel.OpenToAll;
import dev.appintegrations.console.kernel.Permission;
import dev.appintegrations.console.kernel.Requires;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@ConsoleTest
class HandlerPermissionTests {

	@Autowired
	private List<RequestMappingHandlerMapping> mappings;

	@Test
	void everyHandlerNamesItsPermissionOrSaysWhyItNeedsNone() {
		handlers().forEach((handler) -> assertThat(
				handler.hasMethodAnnotation(Requires.class) ^ handler.hasMethodAnnotation(OpenToAll.class))
			.as("%s has either @Requires or @OpenToAll", handler)
			.isTrue());
	}

	@Test
	void nothingThatChangesSomethingIsDemandedWithReadAlone() {
		this.mappings.forEach((mapping) -> mapping.getHandlerMethods().forEach((info, handler) -> {
			if (ours(handler) && changes(info) && handler.hasMethodAnnotation(Requires.class)) {
				assertThat(handler.getMethodAnnotation(Requires.class).value()).as("%s", handler)
					.isNotEqualTo(Permission.READ);
			}
		}));
	}

	@Test
	void walksTheHandlersOfPagesAndOfTheApi() {
		assertThat(handlers()).extracting((handler) -> handler.getBeanType().getSimpleName())
			.contains("OverviewController", "ScansController", "IntegrationsController", "ScansApi", "IntegrationsApi",
					"AccountsApi", "SignInController");
	}

	private List<HandlerMethod> handlers() {
		return this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().values().stream())
			.filter(HandlerPermissionTests::ours)
			.toList();
	}

	private static boolean ours(HandlerMethod handler) {
		return handler.getBeanType().getPackageName().startsWith("dev.appintegrations");
	}

	private static boolean changes(RequestMappingInfo info) {
		return info.getMethodsCondition()
			.getMethods()
			.stream()
			.anyMatch((method) -> method != RequestMethod.GET && method != RequestMethod.HEAD);
	}

}
