package dev.appintegrations.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The addresses of CSS and JavaScript, whose names carry a hash, as the front end's build
 * wrote them down.
 */
@Component
public class AssetManifest {

	private static final String MANIFEST = "static/assets/manifest.json";

	private static final String ENTRY = "src/main.ts";

	private final Chunk main;

	AssetManifest() {
		ClassPathResource manifest = new ClassPathResource(MANIFEST);
		if (!manifest.exists()) {
			throw new IllegalStateException("The front end is not built; run ./mvnw generate-resources");
		}
		try (InputStream file = manifest.getInputStream()) {
			Map<String, Chunk> chunks = JsonMapper.builder().build().readValue(file, new TypeReference<>() {
			});
			Chunk main = chunks.get(ENTRY);
			if (main == null) {
				throw new IllegalStateException(MANIFEST + " has no " + ENTRY);
			}
			this.main = main;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The JavaScript of every page.
	 * @return its path
	 */
	public String script() {
		return "/assets/" + this.main.file();
	}

	/**
	 * The CSS of every page.
	 * @return paths
	 */
	public List<String> styles() {
		List<String> css = this.main.css();
		return (css != null) ? css.stream().map((file) -> "/assets/" + file).toList() : List.of();
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	private record Chunk(String file, @Nullable List<String> css) {

	}

}
