package dev.appintegrations.console.api;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Describes records as this API writes them: every field is there, and those that are
 * {@link Nullable} may be null. What only requests have may be left out.
 */
@Component
class RecordSchemas implements ModelConverter {

	private static final String REQUEST_SUFFIX = "Request";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> schema = chain.next().resolve(type, context, chain);
		Class<?> rawType = rawType(type.getType());
		if (schema != null && rawType != null && rawType.isRecord()) {
			Schema<?> model = (schema.get$ref() != null)
					? context.getDefinedModels().get(RefUtils.extractSimpleName(schema.get$ref()).getLeft()) : schema;
			if (model != null && model.getProperties() != null) {
				describe(rawType, model);
			}
		}
		return schema;
	}

	private static @Nullable Class<?> rawType(Type type) {
		return switch (type) {
			case Class<?> plain -> plain;
			case JavaType java -> java.getRawClass();
			default -> null;
		};
	}

	private static void describe(Class<?> type, Schema<?> model) {
		Map<String, Schema<?>> properties = properties(model);
		if (!type.getSimpleName().endsWith(REQUEST_SUFFIX)) {
			model.setRequired(List.copyOf(properties.keySet()));
		}
		Arrays.stream(type.getRecordComponents())
			.filter((component) -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.map(RecordSchemas::name)
			.forEach((name) -> properties.computeIfPresent(name, (_, property) -> nullable(property)));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Map<String, Schema<?>> properties(Schema<?> model) {
		return (Map) model.getProperties();
	}

	private static String name(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value() : component.getName();
	}

	private static Schema<?> nullable(Schema<?> schema) {
		if (schema.get$ref() != null) {
			return new Schema<>().addAnyOfItem(schema).addAnyOfItem(new Schema<>().types(Set.of("null")));
		}
		if (schema.getAnyOf() == null) {
			Set<String> types = new LinkedHashSet<>();
			if (schema.getTypes() != null) {
				types.addAll(schema.getTypes());
			}
			else if (schema.getType() != null) {
				types.add(schema.getType());
			}
			types.add("null");
			schema.setTypes(types);
			if (schema.getEnum() != null) {
				schema.addEnumItemObject(null);
			}
		}
		return schema;
	}

}
