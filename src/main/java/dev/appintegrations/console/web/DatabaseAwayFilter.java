package dev.appintegrations.console.web;

import java.io.IOException;

import dev.appintegrations.console.api.Problem;
import dev.appintegrations.console.api.Problems;
import dev.appintegrations.console.kernel.DatabasePatience;
import dev.appintegrations.console.kernel.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Has requests wait only so long for the database, and says so where it is away and even
 * the session can't be read. The servlet container's own way to an error page would look
 * for the session again, and again wait.
 */
@Component
class DatabaseAwayFilter extends OncePerRequestFilter implements Ordered {

	private final Problems problems;

	private final ErrorPages pages;

	private final ViewResolver views;

	DatabaseAwayFilter(Problems problems, ErrorPages pages, ViewResolver thymeleafViewResolver) {
		this.problems = problems;
		this.pages = pages;
		this.views = thymeleafViewResolver;
	}

	@Override
	public int getOrder() {
		return SessionRepositoryFilter.DEFAULT_ORDER - 1;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try (Scope _ = DatabasePatience.serve()) {
			chain.doFilter(request, response);
		}
		catch (RuntimeException ex) {
			if (!Problems.isDatabaseAway(ex) || response.isCommitted()) {
				throw ex;
			}
			response.reset();
			show(this.problems.explain(ex), request, response);
		}
	}

	private void show(Problem problem, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		ModelAndView page = this.pages.answer(problem, request, response);
		if (page.getViewName() == null) {
			return;
		}
		try {
			View view = this.views.resolveViewName(page.getViewName(), request.getLocale());
			if (view == null) {
				throw new IllegalStateException("There is no view " + page.getViewName());
			}
			response.setStatus(problem.type().status());
			view.render(page.getModel(), request, response);
		}
		catch (IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
