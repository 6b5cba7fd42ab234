package dev.agora.portal.session;

import dev.agora.portal.api.ApiCredential;
import dev.agora.portal.api.NewSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of this request; the API's token stays in it and never reaches the browser. */
@Component
public class CurrentSession implements ApiCredential {

  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final Seal seal;

  CurrentSession(Seal seal) {
    this.seal = seal;
  }

  @Override
  public Optional<String> current() {
    return signedIn().map(human -> seal.open(human.sealedToken()));
  }

  /** Who is signed in. */
  public Optional<SignedIn> signedIn() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof SignedIn human
        ? Optional.of(human)
        : Optional.empty();
  }

  /** The id of whoever is signed in; empty if nobody is. */
  public String humanId() {
    return signedIn().map(SignedIn::id).orElse("");
  }

  /** Begins one, under a new id, so that nobody waits in it already. */
  void begin(NewSession session, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    keep(
        new SignedIn(
            session.human().id(),
            session.human().name(),
            session.human().email(),
            List.of(),
            seal.close(session.token())),
        request,
        response);
  }

  /** Notes what its human may do beside their own things. */
  void note(List<String> roles, HttpServletRequest request, HttpServletResponse response) {
    signedIn().ifPresent(human -> keep(human.withRoles(roles), request, response));
  }

  /** Ends it here; the API's is the caller's business. */
  public void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private void keep(SignedIn human, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(human, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
