package dev.agora.accounts.role;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.role.ApproveRoleChangeResult.Approved;
import dev.agora.accounts.role.ApproveRoleChangeResult.SameOperator;
import dev.agora.accounts.role.ApproveRoleChangeResult.Unknown;
import dev.agora.accounts.role.RoleChange.Action;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who has which role: one operator asks for a change, another one approves it. */
@RestController
class RoleController {

  private final RequestRoleChange requestRoleChange;
  private final ApproveRoleChange approveRoleChange;
  private final JdbcRoleChanges changes;
  private final JdbcRoles roles;

  RoleController(
      RequestRoleChange requestRoleChange,
      ApproveRoleChange approveRoleChange,
      JdbcRoleChanges changes,
      JdbcRoles roles) {
    this.requestRoleChange = requestRoleChange;
    this.approveRoleChange = approveRoleChange;
    this.changes = changes;
    this.roles = roles;
  }

  record ChangeRequest(
      @NotNull @Size(max = 254) String email,
      @NotNull PlatformRole role,
      @NotNull Action action,
      @NotBlank @Size(max = 1000) String reason) {}

  record HeldRole(String human, PlatformRole role, Instant grantedAt) {}

  record ChangeResponse(
      String id,
      String status,
      String human,
      PlatformRole role,
      Action action,
      String reason,
      String requestedBy,
      Instant requestedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt) {

    static ChangeResponse of(RoleChange change) {
      HumanId approvedBy = change.approvedBy();
      return new ChangeResponse(
          change.id(),
          approvedBy == null ? "REQUESTED" : "APPROVED",
          change.human().value(),
          change.role(),
          change.action(),
          change.reason(),
          change.requestedBy().value(),
          change.requestedAt(),
          approvedBy == null ? null : approvedBy.value(),
          change.approvedAt());
    }
  }

  @GetMapping("/api/v1/roles")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<HeldRole> list() {
    List<HeldRole> held =
        roles.all().stream()
            .map(one -> new HeldRole(one.human(), one.role(), one.grantedAt()))
            .toList();
    return new Page<>(held, null);
  }

  @GetMapping("/api/v1/roles/changes")
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<ChangeResponse> listChanges(PageRequest page) {
    List<ChangeResponse> found =
        changes.page(page.after(), page.fetchLimit()).stream().map(ChangeResponse::of).toList();
    return page.pageOf(found, ChangeResponse::id);
  }

  @PostMapping("/api/v1/roles/changes")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> request(Caller caller, @Valid @RequestBody ChangeRequest request) {
    return requestRoleChange
        .request(
            request.email(),
            request.role(),
            request.action(),
            request.reason().strip(),
            new HumanId(caller.id()))
        .<ResponseEntity<?>>map(
            change -> ResponseEntity.status(HttpStatus.ACCEPTED).body(ChangeResponse.of(change)))
        .orElseGet(
            () ->
                Problems.answer(
                    Problem.of(CommonProblem.INVALID_REQUEST, "Nobody has that address.")
                        .at("/email", "is nobody's")));
  }

  @PostMapping("/api/v1/roles/changes/{id}/approve")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> approve(Caller caller, @PathVariable String id) {
    return switch (approveRoleChange.approve(id, new HumanId(caller.id()))) {
      case Approved(RoleChange change) -> ResponseEntity.ok(ChangeResponse.of(change));
      case SameOperator() ->
          Problems.answer(
              Problem.of(
                  AccountsProblem.SECOND_OPERATOR_NEEDED,
                  "Who asks for a change can not approve it, too."));
      case Unknown() ->
          Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such change."));
    };
  }
}
