package dev.appintegrations.policy.catalog;

import java.util.List;
import java.util.stream.Collectors;

import dev.appintegrations.policy.catalog.ActionFacts.ResourceUse;
import dev.appintegrations.policy.catalog.ResourceAdvice.Kind;
import dev.appintegrations.policy.catalog.ResourceType.Overlap;
import dev.appintegrations.policy.pattern.GlobPattern;
import org.jspecify.annotations.Nullable;

/**
 * Says how an action and the resource of a request fit.
 */
final class ResourceAdvisor {

	private static final String STAR = "*";

	private ResourceAdvisor() {
	}

	static ResourceAdvice advise(String action, @Nullable ActionFacts facts, String resource) {
		if (facts == null) {
			return new ResourceAdvice(Kind.UNKNOWN, "The resource types of " + action
					+ " are not known here, so nothing can be said about the resource.");
		}
		List<ResourceUse> uses = facts.resources();
		if (uses.isEmpty()) {
			return STAR.equals(resource)
					? new ResourceAdvice(Kind.FITS, facts.id() + " has no resource types: AWS authorises it on *.")
					: new ResourceAdvice(Kind.ASK_ABOUT_STAR, facts.id()
							+ " has no resource types: AWS authorises it on *, never on a single resource. Ask about * instead.");
		}
		if (STAR.equals(resource)) {
			return uses.stream().anyMatch(ResourceUse::required)
					? new ResourceAdvice(Kind.NAME_A_RESOURCE,
							facts.id() + " acts on a resource that each request names. Ask about an ARN such as "
									+ arns(uses) + ".")
					: new ResourceAdvice(Kind.FITS,
							"A request for " + facts.id() + " need not name a resource; AWS then authorises it on *.");
		}
		GlobPattern asked = GlobPattern.literal(resource);
		return uses.stream().anyMatch((use) -> use.type().overlap(asked) == Overlap.POSSIBLE)
				? new ResourceAdvice(Kind.FITS, "The resource is of a type that " + facts.id() + " acts on.")
				: new ResourceAdvice(Kind.OTHER_TYPE, "The resource is of no type that " + facts.id()
						+ " acts on. Its resources have ARNs such as " + arns(uses) + ".");
	}

	private static String arns(List<ResourceUse> uses) {
		return uses.stream().map((use) -> use.type().arn()).collect(Collectors.joining(" or "));
	}

}
