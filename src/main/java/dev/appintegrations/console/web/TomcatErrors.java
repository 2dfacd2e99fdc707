package dev.appintegrations.console.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One plain page for what Tomcat refuses before the console sees it: bad percent signs,
 * encoded slashes, headers that are too large.
 */
@Configuration(proxyBeanMethods = false)
class TomcatErrors {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrorPage() {
		return (factory) -> factory.addContextCustomizers((context) -> {
			Container host = context.getParent();
			if (host instanceof StandardHost standard) {
				standard.setErrorReportValveClass(PlainPage.class.getName());
			}
		});
	}

	/**
	 * Tomcat makes it by its name.
	 */
	public static final class PlainPage extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable throwable) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			String page = """
					<!DOCTYPE html>
					<html lang="en"><head><meta charset="utf-8"><title>AppIntegrations Console</title></head>
					<body><h1>This request can't be answered</h1>
					<p>%s (status %d).</p>
					<p><a href="/">To the console</a></p></body></html>
					""".formatted(reason(response.getStatus()), response.getStatus());
			try {
				response.setContentType("text/html");
				response.setCharacterEncoding(StandardCharsets.UTF_8.name());
				response.setHeader("Cache-Control", "no-store");
				response.setHeader("Content-Security-Policy", "default-src 'none'");
				response.getReporter().write(page);
				response.finishResponse();
			}
			catch (IOException | IllegalStateException ex) {
				// The client has left.
			}
		}

		private static String reason(int status) {
			return (status < 500) ? "Its address or its headers are not well-formed, or too long; nothing was done"
					: "Something failed here, and the log says what; look whether it was done before trying again";
		}

	}

}
