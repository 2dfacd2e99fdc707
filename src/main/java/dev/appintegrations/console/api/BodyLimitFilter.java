package dev.appintegrations.console.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of API requests that are too large, whether they say so or not.
 */
@Component
@Order(0)
class BodyLimitFilter extends OncePerRequestFilter {

	private static final int LIMIT = 64 * 1024;

	/** Policies are long: IAM's largest document alone may have 128 KiB. */
	private static final int POLICY_LIMIT = 256 * 1024;

	private final ProblemWriter writer;

	BodyLimitFilter(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !ApiPaths.contains(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		int limit = limit(request.getRequestURI());
		if (request.getContentLengthLong() > limit) {
			this.writer.write(request, response, tooLarge(limit));
		}
		else {
			chain.doFilter(new LimitedRequest(request, limit), response);
		}
	}

	private static int limit(String path) {
		return (path.endsWith("/evaluations") || path.startsWith("/api/v1/policies/")) ? POLICY_LIMIT : LIMIT;
	}

	static Problem tooLarge(int limit) {
		return Problem.of(ProblemType.BODY_TOO_LARGE, "A body has at most " + limit / 1024 + " KiB here.");
	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		private final int limit;

		private LimitedRequest(HttpServletRequest request, int limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream(), this.limit);
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private final int limit;

		private int count;

		private LimitedStream(ServletInputStream stream, int limit) {
			this.stream = stream;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int next = this.stream.read();
			count((next < 0) ? 0 : 1);
			return next;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = this.stream.read(bytes, offset, length);
			count(Math.max(0, read));
			return read;
		}

		private void count(int more) throws BodyTooLargeException {
			this.count += more;
			if (this.count > this.limit) {
				throw new BodyTooLargeException(this.limit);
			}
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.stream.setReadListener(listener);
		}

	}

}
