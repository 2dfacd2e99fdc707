package dev.appintegrations.emulator;

import java.io.IOException;

import dev.appintegrations.emulator.wire.Connection;
import dev.appintegrations.emulator.wire.EmulatorServlet;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Tomcat pass on what AWS accepts in a path, and one servlet see all of it.
 */
@Configuration(proxyBeanMethods = false)
class TomcatSettings {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> rawPaths() {
		return (factory) -> {
			factory.setProtocol(ResettableHttp.class.getName());
			factory.addConnectorCustomizers((connector) -> {
				connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
				connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
			});
			factory.addContextValves(new ExposeConnection());
		};
	}

	@Bean
	ServletRegistrationBean<EmulatorServlet> everything(EmulatorServlet servlet) {
		ServletRegistrationBean<EmulatorServlet> registration = new ServletRegistrationBean<>(servlet, "/*");
		registration.setLoadOnStartup(1);
		return registration;
	}

	/**
	 * Hands the servlet the connection below its request.
	 */
	private static final class ExposeConnection extends ValveBase {

		ExposeConnection() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			request.setAttribute(Connection.ATTRIBUTE, new TomcatConnection(request));
			getNext().invoke(request, response);
		}

	}

}
