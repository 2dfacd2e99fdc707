package dev.appintegrations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class HouseRulesTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.appintegrations");

	@Test
	void nobodyAsksForTheTimeWithoutAClock() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(OffsetDateTime.class, "now")
			.orShould()
			.callMethod(ZonedDateTime.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.because("tests move a Clock; they never wait")
			.check(CLASSES);
		noClasses().that()
			.haveSimpleNameNotEndingWith("TimeSource")
			.should()
			.callMethod(Clock.class, "systemUTC")
			.because("there is one clock, and it is injected")
			.check(CLASSES);
	}

	@Test
	void nobodySleeps() {
		noClasses().should()
			.callMethod(Thread.class, "sleep", long.class)
			.because("what waits can be woken or rescheduled")
			.check(CLASSES);
	}

	@Test
	void typesOfTheAwsSdkStayInTheAwsModuleAndInGateways() {
		noClasses().that()
			.resideOutsideOfPackage("dev.appintegrations.console.aws..")
			.and()
			.haveSimpleNameNotContaining("Gateway")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk..")
			.because("the rest of the console speaks of its own records")
			.check(CLASSES);
	}

	@Test
	void consoleAndEmulatorDoNotKnowEachOther() {
		noClasses().that()
			.resideInAPackage("dev.appintegrations.console..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.appintegrations.emulator..")
			.because("the console reaches the emulator as it reaches AWS: through an endpoint")
			.check(CLASSES);
		noClasses().that()
			.resideInAPackage("dev.appintegrations.emulator..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.appintegrations.console..")
			.because("the emulator knows nobody's internals")
			.check(CLASSES);
	}

	@Test
	void controllersAndPropertiesArePackagePrivate() {
		classes().that()
			.areAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(RestController.class)
			.or()
			.areAnnotatedWith(ConfigurationProperties.class)
			.or()
			.haveSimpleNameEndingWith("Store")
			.and()
			.resideInAPackage("dev.appintegrations.console..")
			.should()
			.notBePublic()
			.because("another module calls the module's face, not its inside")
			.check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		CLASSES.stream()
			.map((each) -> each.getPackageName())
			.distinct()
			.forEach((name) -> assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
				.as("%s has a package-info.java with @NullMarked", name)
				.isTrue());
	}

}
