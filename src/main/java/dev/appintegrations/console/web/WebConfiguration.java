package dev.appintegrations.console.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import dev.appintegrations.console.kernel.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every page its shell and its turn, and handlers the account of their path.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	/** Longer than pages wait for each other, unless some are read slowly. */
	private static final Duration PATIENCE = Duration.ofMillis(200);

	private final Accounts accounts;

	private final Shell shell;

	WebConfiguration(Accounts accounts, Shell shell) {
		this.accounts = accounts;
		this.shell = shell;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new AccountArgument(this.accounts));
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(
				new RenderingTurns(new Semaphore(Runtime.getRuntime().availableProcessors(), true), PATIENCE));
		registry.addInterceptor(new HandlerInterceptor() {

			@Override
			public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
					@Nullable ModelAndView page) {
				if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
					page.addObject("shell", WebConfiguration.this.shell.of(request));
				}
			}

		});
	}

	/** Names of assets carry their hash, so they never change. */
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/static/assets/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
	}

}
