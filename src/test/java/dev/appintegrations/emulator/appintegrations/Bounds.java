package dev.appintegrations.emulator.appintegrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import software.amazon.awssdk.services.appintegrations.model.InvalidRequestException;
import software.amazon.awssdk.services.appintegrations.model.ResourceNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * The bounds of an operation's members, as requests on both sides of each.
 *
 * @param <B> builder of the operation's request
 */
final class Bounds<B> {

	private final List<Bound<B>> bounds = new ArrayList<>();

	/** The member's text may have so many characters. */
	Bounds<B> length(String member, int least, int most, BiConsumer<B, String> setter) {
		return length(member, "", least, most, setter);
	}

	/** The same for texts that must begin in a certain way. */
	Bounds<B> length(String member, String start, int least, int most, BiConsumer<B, String> setter) {
		accepts(member, most + " characters", (builder) -> setter.accept(builder, text(start, most)));
		refuses(member, (most + 1) + " characters", (builder) -> setter.accept(builder, text(start, most + 1)));
		if (start.isEmpty()) {
			accepts(member, least + " characters", (builder) -> setter.accept(builder, text(start, least)));
			if (least > 0) {
				refuses(member, (least - 1) + " characters",
						(builder) -> setter.accept(builder, text(start, least - 1)));
			}
		}
		return this;
	}

	/** The member may have so many elements. */
	Bounds<B> size(String member, int least, int most, BiConsumer<B, Integer> setter) {
		accepts(member, most + " elements", (builder) -> setter.accept(builder, most));
		refuses(member, (most + 1) + " elements", (builder) -> setter.accept(builder, most + 1));
		accepts(member, least + " elements", (builder) -> setter.accept(builder, least));
		if (least > 0) {
			refuses(member, (least - 1) + " elements", (builder) -> setter.accept(builder, least - 1));
		}
		return this;
	}

	Bounds<B> accepts(String member, BiConsumer<B, String> setter, String... values) {
		for (String value : values) {
			accepts(member, visible(value), (builder) -> setter.accept(builder, value));
		}
		return this;
	}

	Bounds<B> refuses(String member, BiConsumer<B, String> setter, String... values) {
		for (String value : values) {
			refuses(member, visible(value), (builder) -> setter.accept(builder, value));
		}
		return this;
	}

	Bounds<B> accepts(String member, String what, Consumer<B> change) {
		this.bounds.add(new Bound<>(member, what, true, change));
		return this;
	}

	Bounds<B> refuses(String member, String what, Consumer<B> change) {
		this.bounds.add(new Bound<>(member, what, false, change));
		return this;
	}

	Bounds<B> requires(String member, Consumer<B> removal) {
		return refuses(member, "nothing", removal);
	}

	Stream<Bound<B>> stream() {
		return this.bounds.stream();
	}

	static String text(String start, int length) {
		return start + "x".repeat(length - start.length());
	}

	static <T> List<T> list(int size, IntFunction<T> element) {
		return IntStream.range(0, size).mapToObj(element).toList();
	}

	static Map<String, String> tags(int size) {
		Map<String, String> tags = new TreeMap<>();
		IntStream.range(0, size).forEach((i) -> tags.put("tag" + i, "value"));
		return tags;
	}

	private static String visible(String value) {
		return "'" + value.replace("\n", "\\n") + "'";
	}

	/**
	 * One side of a bound.
	 *
	 * @param <B> builder of the operation's request
	 * @param member the member, as refusals name it
	 * @param what what is sent
	 * @param accepted whether AWS takes it
	 * @param change writes it into a request
	 */
	record Bound<B>(String member, String what, boolean accepted, Consumer<B> change) {

		/** Makes the call and compares. */
		void hold(Runnable call) {
			if (this.accepted) {
				assertThatNoException().isThrownBy(call::run);
			}
			else {
				refuse(call);
			}
		}

		/** The same for calls about something that does not exist. */
		void holdForUnknown(Runnable call) {
			if (this.accepted) {
				assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(call::run);
			}
			else {
				refuse(call);
			}
		}

		private void refuse(Runnable call) {
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(call::run).satisfies((ex) -> {
				assertThat(ex.statusCode()).isEqualTo(400);
				assertThat(ex.awsErrorDetails().errorMessage()).contains("validation error", "'" + this.member);
			});
		}

		@Override
		public String toString() {
			return (this.accepted ? "accepts " : "refuses ") + this.member + " of " + this.what;
		}

	}

}
