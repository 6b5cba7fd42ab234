package dev.agora.accounts.session;

import dev.agora.accounts.session.SignInResult.Busy;
import dev.agora.accounts.session.SignInResult.SecondFactorNeeded;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.TooManyAttempts;
import dev.agora.accounts.session.SignInResult.Unconfirmed;
import dev.agora.accounts.session.SignInResult.WrongCredentials;
import dev.agora.accounts.session.SignInResult.WrongPasskey;
import dev.agora.accounts.session.SignInResult.WrongRecoveryCode;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what comes of signing in: a flood of wrong passwords is an attack. */
@Component
class SignInMetrics {

  private final MeterRegistry meters;

  SignInMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(SignInResult result) {
    meters.counter("agora.accounts.sign-ins", "outcome", outcome(result)).increment();
  }

  private static String outcome(SignInResult result) {
    return switch (result) {
      case SignedIn _ -> "signed-in";
      case Unconfirmed _ -> "unconfirmed";
      case SecondFactorNeeded _ -> "second-factor-needed";
      case WrongCredentials _ -> "wrong";
      case WrongPasskey _ -> "wrong-passkey";
      case WrongRecoveryCode _ -> "wrong-recovery-code";
      case TooManyAttempts _ -> "slowed-down";
      case Busy _ -> "busy";
    };
  }
}
