package dev.appintegrations.console.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every kind of problem that this console answers with: what it is, and what a person can
 * do about it. Pages and JSON documents take their words from here.
 */
public enum ProblemType {

	/** The request makes no sense. */
	BAD_REQUEST("bad-request", 400, "The request is not valid",
			"The server could not make sense of the request as it arrived.",
			"Check the address for stray characters, or start again from the overview."),

	/** A query parameter or path variable has a bad value. */
	INVALID_PARAMETER("invalid-parameter", 400, "A parameter is not valid",
			"A parameter of the address has a value that is not allowed.",
			"Correct the parameters that are named, and send the request again."),

	/** The JSON body can't be accepted. */
	INVALID_BODY("invalid-body", 400, "The body is not valid",
			"The body is not well-formed JSON, or has a field that is unknown, given twice or of the wrong type.",
			"Correct the place that is named. The API's description is at /api/v1/openapi."),

	/** Nobody is signed in, or the password is wrong. */
	SIGN_IN_REQUIRED("sign-in-required", 401, "Sign-in is required",
			"The request carries no credentials, or they are not right.",
			"Sign in. Programs send a user name and password with HTTP Basic authentication, or an API token as Bearer."),

	/** The right is missing. */
	FORBIDDEN("forbidden", 403, "You are not allowed to do this",
			"Your role in this console does not include what was asked for.",
			"Ask an administrator of this console for a role that includes it."),

	/** The form's token is missing or old. */
	FORM_EXPIRED("form-expired", 403, "This form is no longer valid",
			"The form was sent without its protection token, or the token has changed since the page was loaded. Nothing was done.",
			"Go back, reload the page and send the form again."),

	/** Another site sent it. */
	CROSS_SITE("cross-site", 403, "Another site sent this request",
			"A browser sent a request that changes something on behalf of another site. Nothing was done.",
			"Send the request from this console, or from a program that is not a browser."),

	/** There is no such thing. */
	NOT_FOUND("not-found", 404, "There is nothing here",
			"The address is wrong, or what it pointed to is gone or was never there.",
			"Check the address, or look for it from the overview."),

	/** Nothing was scanned yet. */
	NO_SCAN("no-scan", 404, "There is no scan yet",
			"This account has not been scanned yet, so nothing is known of its integrations.",
			"Start a scan: with Scan again on its pages, or with a POST to its scans in the API."),

	/** Wrong method. */
	METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take that method",
			"There is something at this address, but it does not answer to the HTTP method that was used.",
			"Use one of the methods in the answer's Allow header."),

	/** No representation fits. */
	NOT_ACCEPTABLE("not-acceptable", 406, "No such format",
			"The answer is not available in any format that the request accepts.",
			"Ask for one of the formats in the answer's Accept header, or send no Accept header."),

	/** It does not fit the present state. */
	CONFLICT("conflict", 409, "It has changed in the meantime",
			"The request does not fit the present state of what it concerns. Nothing was done.",
			"Reload, look at the present state and decide again."),

	/** Nobody could manage users any more. */
	LAST_ADMIN("last-admin", 409, "The last admin stays",
			"This user is the only one who can still sign in as an admin. Without it, nobody could manage users. Nothing was done.",
			"Make somebody else an admin first."),

	/** Something else has the name. */
	NAME_TAKEN("name-taken", 409, "The name is taken", "There is one of this name already. Nothing was done.",
			"Choose another name."),

	/** Nothing may be deleted in the account. */
	DELETION_OFF("deletion-off", 403, "Nothing may be deleted in this account",
			"The configuration of this account does not allow deletions. Nothing was done.",
			"Ask whoever runs this console; against real AWS an account needs account-id and deletion: enabled."),

	/** What was typed is not what must be. */
	CONFIRMATION_DIFFERS("confirmation-differs", 422, "The confirmation does not fit",
			"What was typed or accepted is not exactly what the plan asks for. Nothing was done.",
			"Compare it with the plan, character by character, and confirm again."),

	/** The confirmation belongs to something else. */
	FINGERPRINT_DIFFERS("fingerprint-differs", 409, "The confirmation belongs to another plan",
			"The fingerprint is not that of the plan that was named. Nothing was done.",
			"Read the plan again, look at it, and confirm it with its own fingerprint."),

	/** The plan is too old. */
	PLAN_EXPIRED("plan-expired", 410, "The plan has expired",
			"A plan can be confirmed for some minutes only, since the world goes on. Nothing was done.",
			"Make a new plan."),

	/** The plan was confirmed before. */
	PLAN_USED("plan-used", 409, "The plan was confirmed before", "A confirmation works once. Nothing more was done.",
			"Look at the deletion that it became, or make a new plan for what is left."),

	/** There is nothing to confirm. */
	NOTHING_TO_DO("nothing-to-do", 422, "There is nothing to delete",
			"The plan has no step: what was asked for is gone, stays on purpose, or can't be deleted.",
			"Look at what the plan says is kept and blocked, and why."),

	/** AWS shows something else than before. */
	WORLD_CHANGED("world-changed", 409, "It has changed since the plan was made",
			"What AWS shows now is not what the plan was made from. Nothing was done.",
			"Look at the new plan, whose address is in the answer, and decide again."),

	/** The credentials belong to another account than before. */
	ACCOUNT_MISMATCH("account-mismatch", 409, "The credentials belong to another account",
			"The account's credentials resolve to another account id than before. Nothing was done.",
			"Mend the credentials, or configure the other account under an alias of its own."),

	/** Another deletion touches the same. */
	DELETION_RUNNING("deletion-running", 409, "Another deletion touches the same thing",
			"No two deletions that run may touch the same resource. Nothing was done.",
			"Wait until the other one has ended, then make a new plan."),

	/** The body is too large. */
	BODY_TOO_LARGE("body-too-large", 413, "The body is too large",
			"The request's body is larger than this address accepts.", "Send less in one request."),

	/** Wrong type of body. */
	UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body has the wrong type",
			"The body's Content-Type is missing or not one that this address reads.",
			"Send JSON with Content-Type: application/json."),

	/** Well-formed, but not acceptable. */
	UNPROCESSABLE("unprocessable", 422, "Something does not fit",
			"The request is well-formed, but what it asks for can't be done as it stands. Nothing was done.",
			"Correct the fields that are named, and send it again."),

	/** Too many attempts to sign in. */
	TOO_MANY_ATTEMPTS("too-many-attempts", 429, "Too many attempts",
			"There were too many attempts to sign in within a short time.",
			"Wait as long as the answer's Retry-After header says, then try again."),

	/** A defect of this console. */
	INTERNAL("internal", 500, "Something went wrong in this console",
			"This console has a defect that this request came across. It is recorded with the request id.",
			"Try again. If it happens again, tell whoever runs this console the request id."),

	/** AWS said no, or nothing that makes sense. */
	AWS_REFUSED("aws-refused", 502, "AWS refused",
			"AWS answered a call of this console with an error. What AWS said is in the answer.",
			"Follow the advice of the answer; the action that was denied is named where AWS names it."),

	/** AWS throttles. */
	AWS_THROTTLED("aws-throttled", 503, "AWS throttles this account",
			"AWS refused a call because there were too many in a short time, and still did after all retries.",
			"Wait a little and try again."),

	/** AWS can't be reached. */
	AWS_UNREACHABLE("aws-unreachable", 502, "AWS could not be reached",
			"This console got no connection to AWS, or it broke.",
			"Check the network between this console and AWS, and the endpoint in the configuration."),

	/** AWS does not answer. */
	AWS_TIMED_OUT("aws-timed-out", 504, "AWS did not answer in time", "AWS did not answer within the time allowed.",
			"Try again. If it goes on, check the network and the AWS Health Dashboard."),

	/** Not all regions are proved. */
	SCAN_INCOMPLETE("scan-incomplete", 503, "The scan has holes",
			"A complete list was asked for, but some regions could not be read.",
			"Look at what each region answered, mend it and scan again; or ask without requireComplete."),

	/** The database does not answer. */
	DATABASE_UNAVAILABLE("database-unavailable", 503, "The database is not available",
			"This console can't reach its own database, so it can't show or do anything that is true. Nothing is lost in AWS.",
			"Try again in a moment. If it goes on, tell whoever runs this console."),

	/** Busy, or stopping. */
	UNAVAILABLE("unavailable", 503, "Not available right now", "This console is too busy, is starting or stopping.",
			"Try again in a moment.");

	private final String slug;

	private final int status;

	private final String title;

	private final String happened;

	private final String advice;

	ProblemType(String slug, int status, String title, String happened, String advice) {
		this.slug = slug;
		this.status = status;
		this.title = title;
		this.happened = happened;
		this.advice = advice;
	}

	/**
	 * The last part of the address that explains this type.
	 * @return such as {@code not-found}
	 */
	public String slug() {
		return this.slug;
	}

	/**
	 * The address that explains this type.
	 * @return a path of this server
	 */
	public String path() {
		return "/problems/" + this.slug;
	}

	/**
	 * The HTTP status that goes with it.
	 * @return 400 or more
	 */
	public int status() {
		return this.status;
	}

	/**
	 * What it is, in a few words.
	 * @return without a full stop
	 */
	public String title() {
		return this.title;
	}

	/**
	 * What happened.
	 * @return a sentence or two
	 */
	public String happened() {
		return this.happened;
	}

	/**
	 * What to do next.
	 * @return a sentence or two
	 */
	public String advice() {
		return this.advice;
	}

	/**
	 * The type under an address.
	 * @param slug the last part of the address
	 * @return empty if there is none
	 */
	public static Optional<ProblemType> find(String slug) {
		return Arrays.stream(values()).filter((type) -> type.slug.equals(slug)).findFirst();
	}

	/**
	 * The type for an HTTP status of which nothing else is known.
	 * @param status an HTTP status
	 * @return the most general type of that status, or of its class
	 */
	public static ProblemType ofStatus(int status) {
		return switch (status) {
			case 401 -> SIGN_IN_REQUIRED;
			case 403 -> FORBIDDEN;
			case 404 -> NOT_FOUND;
			case 405 -> METHOD_NOT_ALLOWED;
			case 406 -> NOT_ACCEPTABLE;
			case 409 -> CONFLICT;
			case 413 -> BODY_TOO_LARGE;
			case 415 -> UNSUPPORTED_MEDIA_TYPE;
			case 422 -> UNPROCESSABLE;
			case 429 -> TOO_MANY_ATTEMPTS;
			case 503 -> UNAVAILABLE;
			default -> (status >= 400 && status < 500) ? BAD_REQUEST : INTERNAL;
		};
	}

}
