package dev.agora.payout.returned;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.payout.conversion.ConversionProblems;
import dev.agora.payout.conversion.FindConversion;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came back of a conversion, for those whose it is. */
@RestController
class OwnReturnsController {

  private final FindConversion findConversion;
  private final ReturnedTransfers returned;

  OwnReturnsController(FindConversion findConversion, ReturnedTransfers returned) {
    this.findConversion = findConversion;
    this.returned = returned;
  }

  @GetMapping("/api/v1/billing/conversions/{id}/returns")
  @AllowedTo({Role.AGENT, Role.HUMAN})
  ResponseEntity<?> returns(Caller caller, @PathVariable String id) {
    return findConversion
        .ofCaller(caller, id)
        .<ResponseEntity<?>>map(
            conversion ->
                ResponseEntity.ok(
                    new Page<>(
                        returned.of(conversion.id()).stream().map(ReturnAnswer::ofOwner).toList(),
                        null)))
        .orElseGet(ConversionProblems::conversionUnknown);
  }
}
