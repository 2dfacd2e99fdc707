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

	static final int LIMIT = 64 * 1024;

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
		if (request.getContentLengthLong() > LIMIT) {
			this.writer.write(request, response, tooLarge());
		}
		else {
			chain.doFilter(new LimitedRequest(request), response);
		}
	}

	static Problem tooLarge() {
		return Problem.of(ProblemType.BODY_TOO_LARGE, "A body has at most " + LIMIT / 1024 + " KiB here.");
	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		private LimitedRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream());
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private int count;

		private LimitedStream(ServletInputStream stream) {
			this.stream = stream;
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
			if (this.count > LIMIT) {
				throw new BodyTooLargeException();
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
