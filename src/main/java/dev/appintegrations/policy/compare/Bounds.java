package dev.appintegrations.policy.compare;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Values on, between and beyond the bounds that conditions compare with. Conditions that
 * compare with nothing else can't tell more values apart. What can't be read as a bound
 * is left out; the evaluator decides what becomes of its condition.
 */
final class Bounds {

	/** What is no number, no date and no address. */
	static final String OTHER = "example";

	private static final int MAX_EXPONENT = 300;

	private Bounds() {
	}

	static List<String> numbers(Collection<String> bounds) {
		return values(read(bounds, Bounds::number), (one, other) -> one.add(other).divide(BigDecimal.TWO),
				(least) -> least.subtract(BigDecimal.ONE), (most) -> most.add(BigDecimal.ONE),
				BigDecimal::toPlainString);
	}

	private static BigDecimal number(String text) {
		BigDecimal number = new BigDecimal(text).stripTrailingZeros();
		if (Math.abs((long) number.scale()) + number.precision() > MAX_EXPONENT) {
			throw new NumberFormatException("beyond what is looked at");
		}
		return number;
	}

	static List<String> dates(Collection<String> bounds) {
		return values(read(bounds, Bounds::date), (one, other) -> one.plus(Duration.between(one, other).dividedBy(2)),
				(least) -> least.minusSeconds(1), (most) -> most.plusSeconds(1), Instant::toString);
	}

	private static Instant date(String text) {
		if (text.matches("-?\\d{1,12}")) {
			return Instant.ofEpochSecond(Long.parseLong(text));
		}
		return text.contains("T") ? OffsetDateTime.parse(text).toInstant()
				: LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private static <T extends Comparable<T>> List<String> values(TreeSet<T> bounds, BinaryOperator<T> between,
			UnaryOperator<T> before, UnaryOperator<T> behind, Function<T, String> text) {
		Set<T> values = new LinkedHashSet<>(bounds);
		for (T bound : bounds) {
			T higher = bounds.higher(bound);
			values.add((higher != null) ? between.apply(bound, higher) : behind.apply(bound));
		}
		if (!bounds.isEmpty()) {
			values.add(before.apply(bounds.first()));
		}
		return Stream.concat(values.stream().map(text), Stream.of(OTHER)).toList();
	}

	private static <T> TreeSet<T> read(Collection<String> bounds, Function<String, T> reader) {
		TreeSet<T> read = new TreeSet<>();
		for (String bound : bounds) {
			try {
				read.add(reader.apply(bound));
			}
			catch (IllegalArgumentException | DateTimeException ex) {
				continue;
			}
		}
		return read;
	}

	/**
	 * The first address of each range and the one behind the last: every range, and every
	 * gap, begins with one of them, or with the first address of all.
	 */
	static List<String> addresses(Collection<String> ranges) {
		List<String> addresses = new ArrayList<>();
		for (String range : ranges) {
			try {
				addresses.addAll(ends(range));
			}
			catch (IllegalArgumentException | UnknownHostException ex) {
				continue;
			}
		}
		addresses.addAll(List.of("0.0.0.0", "::", OTHER));
		return addresses.stream().distinct().toList();
	}

	private static List<String> ends(String range) throws UnknownHostException {
		String[] parts = range.split("/", 2);
		byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
		int bits = address.length * Byte.SIZE;
		int prefix = (parts.length == 2) ? Integer.parseInt(parts[1]) : bits;
		if (prefix < 0 || prefix > bits) {
			throw new IllegalArgumentException("no prefix: " + prefix);
		}
		BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
		BigInteger first = new BigInteger(1, address).divide(size).multiply(size);
		List<String> ends = new ArrayList<>(List.of(text(first, address.length)));
		BigInteger behind = first.add(size);
		if (behind.bitLength() <= bits) {
			ends.add(text(behind, address.length));
		}
		return ends;
	}

	private static String text(BigInteger address, int length) throws UnknownHostException {
		byte[] bytes = new byte[length];
		byte[] digits = address.toByteArray();
		int from = Math.max(0, digits.length - length);
		byte[] significant = Arrays.copyOfRange(digits, from, digits.length);
		System.arraycopy(significant, 0, bytes, length - significant.length, significant.length);
		return InetAddress.getByAddress(bytes).getHostAddress();
	}

}
