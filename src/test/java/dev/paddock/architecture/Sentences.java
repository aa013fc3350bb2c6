package dev.paddock.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Failures are values, and their words stand in ui.words: as far as compiled classes show it. What
 * makes a text out of an object by {@code String.valueOf} or by {@code +} is not seen.
 */
final class Sentences {
    /** What carries a failure, by its own name or that of a type it is one of. */
    private static final Pattern FAILURE =
            Pattern.compile("\\w*(Failure|Problem|Warning|Damage|Stranger|Error)|Reply|Result");

    /** What somebody else said; the words put it into quotation marks or behind a colon. */
    private static final Set<String> QUOTATIONS =
            Set.of("engineSays", "systemSays", "lastLines", "firstBytes");

    /** What is called by its name: an argument, a library, a version. */
    private static final Set<String> NAMES =
            Set.of(
                    "LibraryMissing.library",
                    "ModelUnsupported.architecture",
                    "InvalidArgument.argument",
                    "UnknownArgument.argument",
                    "UnknownArgument.version",
                    "ReservedArgument.argument",
                    "PrivacyWeakened.argument",
                    "WorkerUnreachable.address",
                    "WorkerLeftOut.address",
                    "WillNotFit.device",
                    "BufferTooLarge.device",
                    "DeviceUnused.device",
                    "NoDriver.missing",
                    "BackendSkipped.library",
                    "OtherModel.model",
                    "NotAMainModel.type",
                    "BrokenBlock.packing",
                    "TooNew.writer");

    /** Who reads messages to understand them, or to quote them as a system's. */
    private static final Set<String> READERS =
            Set.of("model.FileError", "engine.check.Preflight", "ui.platform.DisplaySupport");

    private static final Set<String> MESSAGES =
            Set.of("getMessage", "getLocalizedMessage", "getReason", "toString");

    private final House house;

    private Sentences(House house) {
        this.house = house;
    }

    static Map<String, ArchRule> of(House house) {
        var sentences = new Sentences(house);
        return new TreeMap<>(
                Map.of(
                        "sentence", sentences.failuresHoldNone(),
                        "message", sentences.messagesAreForTheLog()));
    }

    private ArchRule failuresHoldNone() {
        return classes()
                .that(house.domain())
                .and(describe("failures", Sentences::isFailure))
                .should(holdQuotationsAndNamesOnly());
    }

    private static boolean isFailure(JavaClass type) {
        return type.isRecord()
                && (named(type) || type.getAllRawInterfaces().stream().anyMatch(Sentences::named));
    }

    private static boolean named(JavaClass type) {
        return FAILURE.matcher(type.getSimpleName()).matches();
    }

    private static ArchCondition<JavaClass> holdQuotationsAndNamesOnly() {
        return new ArchCondition<>("hold no text but quotations and names") {
            @Override
            public void check(JavaClass failure, ConditionEvents events) {
                failure.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(Sentences::isSentence)
                        .map(field -> field.getFullName() + " may be a sentence from below")
                        .forEach(text -> events.add(SimpleConditionEvent.violated(failure, text)));
            }
        };
    }

    /** A text, or some in an Optional or a list. */
    private static boolean isSentence(JavaField field) {
        boolean text =
                field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(String.class));
        var name = field.getOwner().getSimpleName() + "." + field.getName();
        return text && !QUOTATIONS.contains(field.getName()) && !NAMES.contains(name);
    }

    private ArchRule messagesAreForTheLog() {
        return noClasses()
                .that(not(house.inside("ui.words", "llama.process", "sqlite")))
                .and(not(describe("readers", this::reads)))
                .should()
                .accessTargetWhere(describe("messages of exceptions", Sentences::isMessage));
    }

    private boolean reads(JavaClass type) {
        return READERS.stream().anyMatch(it -> type.getName().equals(house.root() + "." + it));
    }

    /** Of a plain Throwable the compiler itself asks for its text, in each record pattern. */
    private static boolean isMessage(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        boolean byCompiler =
                owner.isEquivalentTo(Throwable.class) && access.getName().equals("toString");
        return owner.isAssignableTo(Throwable.class)
                && MESSAGES.contains(access.getName())
                && !byCompiler;
    }
}
