package conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * HL7's R4 validator, without any network. Standard input: a resource in JSON on each line. Standard output: for each its
 * OperationOutcome on one line, in the same order.
 */
public final class FhirValidate {

    private final FhirContext context = FhirContext.forR4Cached();
    private final FhirValidator validator = context.newValidator().registerValidatorModule(instanceValidator());

    public static void main(String[] args) throws IOException {
        var judge = new FhirValidate();
        var resources = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var outcomes = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String line = resources.readLine(); line != null; line = resources.readLine()) outcomes.println(judge.outcomeOf(line));
    }

    private FhirInstanceValidator instanceValidator() {
        // LOINC and SNOMED CT are not in the libraries: their codes get a warning "can't be validated", not an error.
        var unknownSystems = new UnknownCodeSystemWarningValidationSupport(context);
        unknownSystems.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        var module = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                unknownSystems));
        module.setErrorForUnknownProfiles(true);
        module.setAssumeValidRestReferences(true); // Patient/x must be allowed where it stands, though nobody fetches it
        return module;
    }

    private String outcomeOf(String resource) {
        return context.newJsonParser().encodeResourceToString(validator.validateWithResult(resource).toOperationOutcome());
    }
}
