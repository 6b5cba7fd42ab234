package dev.agora.portal;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions, forms that only our own pages can send, and pages that run only our own script. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

  @Bean
  SecurityFilterChain doors(HttpSecurity http, PortalProperties properties) throws Exception {
    return http.securityMatcher("/", "/portal/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/",
                        "/portal",
                        "/portal/assets/**",
                        "/portal/sign-in/**",
                        "/portal/sign-up/**",
                        "/portal/code/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(policy(properties)))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(
                    (request, response, refusal) -> response.sendRedirect("/portal/sign-in")))
        // Nobody who is not signed in gets a session by looking at a page.
        .requestCache(RequestCacheConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static String policy(PortalProperties properties) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
        + properties.stripePages();
  }

  @Bean
  CookieSerializer cookies(PortalProperties properties) {
    DefaultCookieSerializer cookies = new DefaultCookieSerializer();
    // The gateway lets no other one pass.
    cookies.setCookieName("agora_portal");
    cookies.setCookiePath("/portal");
    cookies.setUseHttpOnlyCookie(true);
    cookies.setSameSite("Lax");
    cookies.setUseSecureCookie(properties.isSecure());
    return cookies;
  }

  /** Passwords are the API's business: without this one Boot would invent a user. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Keys of forms: what is sent twice under one of them happens once. */
  @Bean
  Supplier<String> formKeys() {
    return () -> UUID.randomUUID().toString();
  }
}
