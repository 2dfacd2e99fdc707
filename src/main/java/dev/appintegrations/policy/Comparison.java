package dev.appintegrations.policy;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How the positive form of an operator compares one value of a request with one of the
 * policy (IAM user guide, "Condition operators"). Whether what is malformed fits is
 * undecided.
 */
enum Comparison {

	STRING {
		@Override
		Truth holds(String value, String wanted) {
			return Truth.of(value.equals(wanted));
		}
	},

	IGNORING_CASE {
		@Override
		Truth holds(String value, String wanted) {
			return Truth.of(value.equalsIgnoreCase(wanted));
		}
	},

	NUMBER_EQUAL {
		@Override
		Truth holds(String value, String wanted) {
			return numbers(value, wanted, (order) -> order == 0);
		}
	},

	NUMBER_LESS {
		@Override
		Truth holds(String value, String wanted) {
			return numbers(value, wanted, (order) -> order < 0);
		}
	},

	NUMBER_AT_MOST {
		@Override
		Truth holds(String value, String wanted) {
			return numbers(value, wanted, (order) -> order <= 0);
		}
	},

	NUMBER_GREATER {
		@Override
		Truth holds(String value, String wanted) {
			return numbers(value, wanted, (order) -> order > 0);
		}
	},

	NUMBER_AT_LEAST {
		@Override
		Truth holds(String value, String wanted) {
			return numbers(value, wanted, (order) -> order >= 0);
		}
	},

	DATE_EQUAL {
		@Override
		Truth holds(String value, String wanted) {
			return dates(value, wanted, (order) -> order == 0);
		}
	},

	DATE_LESS {
		@Override
		Truth holds(String value, String wanted) {
			return dates(value, wanted, (order) -> order < 0);
		}
	},

	DATE_AT_MOST {
		@Override
		Truth holds(String value, String wanted) {
			return dates(value, wanted, (order) -> order <= 0);
		}
	},

	DATE_GREATER {
		@Override
		Truth holds(String value, String wanted) {
			return dates(value, wanted, (order) -> order > 0);
		}
	},

	DATE_AT_LEAST {
		@Override
		Truth holds(String value, String wanted) {
			return dates(value, wanted, (order) -> order >= 0);
		}
	},

	BOOLEAN {
		@Override
		Truth holds(String value, String wanted) {
			return Truth.of(BOOLEANS.matcher(wanted).matches() && value.equalsIgnoreCase(wanted));
		}
	},

	BINARY {
		@Override
		Truth holds(String value, String wanted) {
			byte[] bytes = bytes(value);
			byte[] others = bytes(wanted);
			return (bytes != null && others != null) ? Truth.of(Arrays.equals(bytes, others)) : Truth.UNDECIDED;
		}
	},

	ADDRESS {
		@Override
		Truth holds(String value, String wanted) {
			return within(value, wanted);
		}
	};

	private static final Pattern BOOLEANS = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

	private static final Pattern EPOCH = Pattern.compile("\\d{1,12}");

	private static final Pattern ADDRESS_TEXT = Pattern
		.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

	private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

	/**
	 * Compares.
	 * @param value of the request
	 * @param wanted of the policy
	 * @return whether the operator's positive form holds
	 */
	abstract Truth holds(String value, String wanted);

	private static Truth numbers(String value, String wanted, Order order) {
		return (NUMBER.matcher(value).matches() && NUMBER.matcher(wanted).matches())
				? Truth.of(order.fits(new BigDecimal(value).compareTo(new BigDecimal(wanted)))) : Truth.UNDECIDED;
	}

	private static Truth dates(String value, String wanted, Order order) {
		Instant first = date(value);
		Instant second = date(wanted);
		return (first != null && second != null) ? Truth.of(order.fits(first.compareTo(second))) : Truth.UNDECIDED;
	}

	/** W3C's profile of ISO 8601, or seconds of the epoch; four digits are a year. */
	private static @Nullable Instant date(String text) {
		try {
			if (EPOCH.matcher(text).matches() && text.length() != 4) {
				return Instant.ofEpochSecond(Long.parseLong(text));
			}
			return switch (text.length()) {
				case 4 -> Year.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
				case 7 -> YearMonth.parse(text).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
				case 10 -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
				default -> OffsetDateTime.parse(text).toInstant();
			};
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static byte @Nullable [] bytes(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static Truth within(String value, String range) {
		int slash = range.indexOf('/');
		byte[] address = address(value);
		byte[] network = address((slash >= 0) ? range.substring(0, slash) : range);
		if (address == null || network == null) {
			return Truth.UNDECIDED;
		}
		int bits = network.length * Byte.SIZE;
		if (slash >= 0) {
			String length = range.substring(slash + 1);
			if (!PREFIX.matcher(length).matches() || Integer.parseInt(length) > bits) {
				return Truth.UNDECIDED;
			}
			bits = Integer.parseInt(length);
		}
		return Truth.of(address.length == network.length && same(address, network, bits));
	}

	private static boolean same(byte[] address, byte[] network, int bits) {
		for (int i = 0; i < bits; i++) {
			int mask = 0x80 >> (i % Byte.SIZE);
			if (((address[i / Byte.SIZE] ^ network[i / Byte.SIZE]) & mask) != 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Of four decimal numbers, or of version 6 without a zone; never asks the network.
	 */
	private static byte @Nullable [] address(String text) {
		if (!ADDRESS_TEXT.matcher(text).matches()) {
			return null;
		}
		try {
			return InetAddress.ofLiteral(text).getAddress();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Which orders of two values fit.
	 */
	private interface Order {

		boolean fits(int order);

	}

}
