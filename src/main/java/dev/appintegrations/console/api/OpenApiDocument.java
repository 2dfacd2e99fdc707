package dev.appintegrations.console.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.appintegrations.console.kernel.Account;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the JSON API in OpenAPI 3.1: what springdoc reads off the handlers, and what
 * holds for all of them.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

	private static final String PROBLEM = "Problem";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Account.class, PageQuery.class);
	}

	@Bean
	OpenAPI openApi(@Value("${springdoc.api-docs.path}") String path) {
		OpenAPI api = new OpenAPI().info(new Info().title("AppIntegrations Console").version("v1").description("""
				Every Amazon AppIntegrations resource of every region, from one place. A field of a shape is always \
				there; what is not known is null. Clients follow `href`s and never build a path from a name. \
				Every error is an RFC 9457 problem; trouble that AWS makes is 502, 503 or 504, never 403."""))
			.servers(List.of(new Server().url("/").description("This console")))
			.addTagsItem(new Tag().name("Accounts").description("The configured AWS accounts and their regions"))
			.addTagsItem(new Tag().name("Scans").description("Readings of an account's regions, with their proof"))
			.addTagsItem(new Tag().name("Integrations").description("What scans found, and single items read afresh"))
			.addTagsItem(new Tag().name("Role").description("The service-linked role of AppIntegrations"))
			.addTagsItem(new Tag().name("Deletions").description("Planned, confirmed, watched, cancelled, tried again"))
			.addTagsItem(new Tag().name("Policies")
				.description("Any policy: explained, evaluated, compared; nothing is stored"))
			.addTagsItem(new Tag().name("Activity").description("The audit trail"))
			.addTagsItem(new Tag().name("Users").description("Who may sign in, and with which role"))
			.addTagsItem(new Tag().name("Tokens").description("The caller's API tokens"))
			.addTagsItem(new Tag().name("Description").description("This document"))
			.addSecurityItem(new SecurityRequirement().addList("basic"))
			.addSecurityItem(new SecurityRequirement().addList("token"))
			.components(new Components()
				.addSecuritySchemes("basic",
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("basic")
							.description("A user of this console"))
				.addSecuritySchemes("token",
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("bearer")
							.description("An API token of a user, which may do a part of what its user may")));
		api.path(path, new PathItem().get(new Operation().operationId("getOpenApi")
			.summary("This document")
			.addTagsItem("Description")
			.responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("OpenAPI 3.1")
				.content(
						new Content().addMediaType("application/json", new MediaType().schema(new ObjectSchema())))))));
		return api;
	}

	/** Adds what argument resolvers read, which springdoc can't see. */
	@Bean
	OperationCustomizer resolvedParameters() {
		return (operation, handler) -> {
			List<Parameter> parameters = new ArrayList<>();
			if (takes(handler, Account.class)) {
				parameters.add(new Parameter().in("path")
					.name("account")
					.required(true)
					.description("The account's alias")
					.schema(new StringSchema().example("demo")));
			}
			if (operation.getParameters() != null) {
				parameters.addAll(operation.getParameters());
			}
			if (takes(handler, PageQuery.class)) {
				parameters.add(number("page", "The page, from 0", 0, null, 0));
				parameters.add(number("size", "Items on a page", 1, PageQuery.MAX_SIZE, PageQuery.DEFAULT_SIZE));
			}
			return operation.parameters(parameters.isEmpty() ? null : parameters);
		};
	}

	private static boolean takes(HandlerMethod handler, Class<?> type) {
		return Arrays.stream(handler.getMethodParameters())
			.map(MethodParameter::getParameterType)
			.anyMatch(type::equals);
	}

	private static Parameter number(String name, String description, int least, @Nullable Integer most, int otherwise) {
		Schema<?> schema = new IntegerSchema().minimum(BigDecimal.valueOf(least));
		if (most != null) {
			schema.maximum(BigDecimal.valueOf(most));
		}
		schema.setDefault(otherwise);
		return new Parameter().in("query").name(name).required(false).description(description).schema(schema);
	}

	@Bean
	OpenApiCustomizer problemsAndShapes() {
		return (api) -> {
			ModelConverters.getInstance(true)
				.readAll(ProblemWriter.Document.class)
				.forEach(api.getComponents()::addSchemas);
			api.getPaths()
				.values()
				.stream()
				.flatMap((path) -> path.readOperations().stream())
				.forEach(OpenApiDocument::addProblems);
		};
	}

	private static void addProblems(Operation operation) {
		ApiResponses responses = operation.getResponses();
		responses.addApiResponse("401", problem("Nobody is signed in, or the password is wrong"));
		responses.addApiResponse("403", problem("The right is missing"));
		responses.addApiResponse("default", problem("What went wrong"));
	}

	private static ApiResponse problem(String description) {
		return new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
	}

}
