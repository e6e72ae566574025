import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Has veraPDF's engine judge many files by several profiles in one run.
 *
 * <p>Arguments: the profiles, e.g. ua1 3a. Standard input: the files, one path a line. Standard
 * output: one line for each failed rule, "profile, path, clause, test, count, message", and one
 * line for each judgement that came to its end, "profile, path, done"; all parted by tabs.
 */
public final class Verify {
  /** Of each failed rule so many failures are kept; the count knows them all. */
  private static final int EXAMPLES = 1;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Verify() {}

  public static void main(String[] profiles) {
    LogManager.getLogManager().reset(); // what matters is in the results
    VeraGreenfieldFoundryProvider.initialise();
    List<String> paths = new ArrayList<>();
    Scanner input = new Scanner(System.in, StandardCharsets.UTF_8);
    while (input.hasNextLine()) {
      paths.add(input.nextLine());
    }
    for (String path : paths) {
      for (String profile : profiles) {
        judge(profile, path);
      }
    }
  }

  /** Prints what is wrong with one file by one profile; that it cannot be read, too. */
  private static void judge(String profile, String path) {
    try {
      validate(profile, path);
    } catch (Exception | StackOverflowError | OutOfMemoryError error) {
      failed(profile, path, "unreadable", 0, 1, error.toString());
    }
    print(profile, path, "done");
  }

  private static void validate(String profile, String path) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile); // fromString takes wt1a for 1a
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      throw new IOException("there is no profile " + profile);
    }
    try (InputStream file = Files.newInputStream(Path.of(path));
        PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(List.of(flavour), EXAMPLES, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      report(profile, path, result);
    }
  }

  private static void report(String profile, String path, ValidationResult result) {
    Map<RuleId, String> messages = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      messages.putIfAbsent(assertion.getRuleId(), assertion.getMessage());
    }
    Map<RuleId, Integer> counts = result.getFailedChecks();
    for (Map.Entry<RuleId, Integer> entry : counts.entrySet()) {
      RuleId rule = entry.getKey();
      String message = messages.getOrDefault(rule, "");
      failed(profile, path, rule.getClause(), rule.getTestNumber(), entry.getValue(), message);
    }
    if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
      failed(profile, path, "unfinished", 0, 1, String.valueOf(result.getJobEndStatus()));
    } else if (result.isCompliant() != counts.isEmpty()) {
      failed(profile, path, "unclear", 0, 1, "compliant: " + result.isCompliant());
    }
  }

  private static void failed(
      String profile, String path, String clause, int test, int count, String message) {
    String line = message.replaceAll("\\s+", " ");
    print(profile, path, clause, String.valueOf(test), String.valueOf(count), line);
  }

  private static void print(String... columns) {
    OUT.println(String.join("\t", columns));
  }
}
