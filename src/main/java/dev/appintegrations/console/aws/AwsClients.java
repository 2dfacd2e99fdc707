package dev.appintegrations.console.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import dev.appintegrations.console.aws.AccountsProperties.AccountProperties;
import dev.appintegrations.console.kernel.AccountAlias;
import dev.appintegrations.console.kernel.Region;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.appintegrations.AppIntegrationsClient;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.customerprofiles.CustomerProfilesClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.qconnect.QConnectClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * SDK clients, one for each account and region, all on one connection pool and one timer.
 * For gateways only.
 */
@Component
public class AwsClients {

	/**
	 * Where global services are called; roles are assumed at its regional STS endpoint.
	 */
	private static final Region HOME = new Region("us-east-1");

	private static final int ATTEMPTS = 3;

	static final String TIMER_NAME = "aws-timeouts-";

	static final int TIMER_THREADS = 2;

	private final ConfiguredAccounts accounts;

	private final SdkHttpClient http;

	private final ScheduledExecutorService timer;

	private final ClientOverrideConfiguration override;

	private final Map<AccountAlias, AwsCredentialsProvider> credentials;

	private final AwsClients once;

	private final Map<Key, AppIntegrationsClient> appIntegrations = new ConcurrentHashMap<>();

	private final Map<Key, ConnectClient> connect = new ConcurrentHashMap<>();

	private final Map<Key, CustomerProfilesClient> profiles = new ConcurrentHashMap<>();

	private final Map<Key, QConnectClient> qConnect = new ConcurrentHashMap<>();

	private final Map<AccountAlias, StsClient> sts = new ConcurrentHashMap<>();

	private final Map<AccountAlias, AccountClient> account = new ConcurrentHashMap<>();

	private final Map<AccountAlias, IamClient> iam = new ConcurrentHashMap<>();

	@Autowired
	AwsClients(ConfiguredAccounts accounts, AwsProperties properties) {
		this.accounts = accounts;
		this.http = ApacheHttpClient.builder()
			.maxConnections(properties.maxConnections())
			.connectionTimeout(properties.connectTimeout())
			.connectionAcquisitionTimeout(properties.callTimeout())
			.socketTimeout(properties.callTimeout())
			.connectionMaxIdleTime(Duration.ofMinutes(2))
			.expectContinueEnabled(false)
			.build();
		this.timer = timer();
		this.override = override(properties, retries(), this.timer);
		this.credentials = new ConcurrentHashMap<>();
		this.once = new AwsClients(this, override(properties, AwsRetryStrategy.doNotRetry(), this.timer));
	}

	private AwsClients(AwsClients other, ClientOverrideConfiguration override) {
		this.accounts = other.accounts;
		this.http = other.http;
		this.timer = other.timer;
		this.override = override;
		this.credentials = other.credentials;
		this.once = this;
	}

	/**
	 * Ends calls whose time is over. Each client would else have five threads of its own
	 * for it, and there are thousands of clients.
	 */
	private static ScheduledExecutorService timer() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMER_THREADS,
				Thread.ofPlatform().daemon().name(TIMER_NAME, 1).factory());
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

	private static ClientOverrideConfiguration override(AwsProperties properties, RetryStrategy retries,
			ScheduledExecutorService timer) {
		return ClientOverrideConfiguration.builder()
			.apiCallTimeout(properties.callTimeout())
			.scheduledExecutorService(timer)
			.retryStrategy(retries)
			.build();
	}

	/**
	 * Clients that send each request once, for calls that change something: whether one
	 * whose answer is lost may be sent again, the caller must find out first.
	 * @return clients with the same accounts, credentials and connections
	 */
	public AwsClients once() {
		return this.once;
	}

	/**
	 * Only what a repetition may cure at once is repeated here: throttling is waited for
	 * by {@link AwsCalls}, which knows each region's rate, and a call that timed out
	 * stays so.
	 */
	private static RetryStrategy retries() {
		return DefaultRetryStrategy.standardStrategyBuilder()
			.useClientDefaults(false)
			.maxAttempts(ATTEMPTS)
			.retryOnException((failure) -> failure instanceof SdkServiceException service
					&& (service.statusCode() >= 500 || RetryUtils.isClockSkewException(service)))
			.build();
	}

	/**
	 * The AppIntegrations client of a region.
	 * @param alias a configured account
	 * @param region the region
	 * @return a client, kept for later calls
	 */
	public AppIntegrationsClient appIntegrations(AccountAlias alias, Region region) {
		return this.appIntegrations.computeIfAbsent(new Key(alias, region),
				(key) -> client(AppIntegrationsClient.builder(), alias, AwsService.APP_INTEGRATIONS, region).build());
	}

	/**
	 * The Amazon Connect client of a region.
	 * @param alias a configured account
	 * @param region the region
	 * @return a client, kept for later calls
	 */
	public ConnectClient connect(AccountAlias alias, Region region) {
		return this.connect.computeIfAbsent(new Key(alias, region),
				(key) -> client(ConnectClient.builder(), alias, AwsService.CONNECT, region).build());
	}

	/**
	 * The Customer Profiles client of a region.
	 * @param alias a configured account
	 * @param region the region
	 * @return a client, kept for later calls
	 */
	public CustomerProfilesClient profiles(AccountAlias alias, Region region) {
		return this.profiles.computeIfAbsent(new Key(alias, region),
				(key) -> client(CustomerProfilesClient.builder(), alias, AwsService.PROFILE, region).build());
	}

	/**
	 * The Amazon Q in Connect client of a region; it signs as {@code wisdom}.
	 * @param alias a configured account
	 * @param region the region
	 * @return a client, kept for later calls
	 */
	public QConnectClient qConnect(AccountAlias alias, Region region) {
		return this.qConnect.computeIfAbsent(new Key(alias, region),
				(key) -> client(QConnectClient.builder(), alias, AwsService.WISDOM, region).build());
	}

	/**
	 * The IAM client of an account; IAM is global and signed for {@code us-east-1}.
	 * @param alias a configured account
	 * @return a client, kept for later calls
	 */
	public IamClient iam(AccountAlias alias) {
		return this.iam.computeIfAbsent(alias,
				(key) -> client(IamClient.builder(), alias, AwsService.IAM, HOME).build());
	}

	StsClient sts(AccountAlias alias) {
		return this.sts.computeIfAbsent(alias,
				(key) -> client(StsClient.builder(), alias, AwsService.STS, HOME).build());
	}

	AccountClient account(AccountAlias alias) {
		return this.account.computeIfAbsent(alias,
				(key) -> client(AccountClient.builder(), alias, AwsService.ACCOUNT, HOME).build());
	}

	/**
	 * The profile that an account's credentials come from.
	 * @param alias a configured account
	 * @return its name, or {@code null} if it uses the default chain
	 */
	@Nullable String profile(AccountAlias alias) {
		return this.accounts.properties(alias).profile();
	}

	private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B client(B builder, AccountAlias alias,
			AwsService service, Region region) {
		URI endpoint = this.accounts.properties(alias).endpoint(service);
		builder.httpClient(this.http)
			.region(software.amazon.awssdk.regions.Region.of(region.code()))
			.credentialsProvider(credentials(alias))
			.overrideConfiguration(this.override);
		if (endpoint != null) {
			builder.endpointOverride(endpoint);
		}
		return builder;
	}

	private AwsCredentialsProvider credentials(AccountAlias alias) {
		return this.credentials.computeIfAbsent(alias, (key) -> {
			AccountProperties properties = this.accounts.properties(alias);
			AwsCredentialsProvider own = own(properties);
			return (properties.roleArn() != null) ? assumed(properties, properties.roleArn(), own) : own;
		});
	}

	private static AwsCredentialsProvider own(AccountProperties properties) {
		if (properties.accessKeyId() != null && properties.secretAccessKey() != null) {
			return StaticCredentialsProvider
				.create(AwsBasicCredentials.create(properties.accessKeyId(), properties.secretAccessKey()));
		}
		if (properties.profile() != null) {
			return ProfileCredentialsProvider.create(properties.profile());
		}
		return DefaultCredentialsProvider.builder().build();
	}

	/**
	 * Keys from the global STS endpoint are not good in opt-in regions; those from a
	 * regional one are (IAM user guide, managing STS in a region).
	 */
	private AwsCredentialsProvider assumed(AccountProperties properties, String roleArn, AwsCredentialsProvider own) {
		var sts = StsClient.builder()
			.httpClient(this.http)
			.region(software.amazon.awssdk.regions.Region.of(HOME.code()))
			.credentialsProvider(own)
			.overrideConfiguration(this.override);
		URI endpoint = properties.endpoint(AwsService.STS);
		sts.endpointOverride((endpoint != null) ? endpoint : URI.create("https://sts." + HOME + ".amazonaws.com"));
		return StsAssumeRoleCredentialsProvider.builder()
			.stsClient(sts.build())
			.refreshRequest((request) -> request.roleArn(roleArn)
				.externalId(properties.externalId())
				.roleSessionName("appintegrations-console"))
			.build();
	}

	@PreDestroy
	void close() {
		this.http.close();
		this.timer.shutdownNow();
	}

	private record Key(AccountAlias alias, Region region) {

	}

}
