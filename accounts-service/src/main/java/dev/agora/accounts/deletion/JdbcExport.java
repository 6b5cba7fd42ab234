package dev.agora.accounts.deletion;

import dev.agora.accounts.human.HumanId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is kept of a human, as JSON that the database puts together in one statement. */
@Repository
class JdbcExport {

  private static final String ALL =
      """
      SELECT jsonb_build_object(
        'human', (
          SELECT jsonb_build_object('id', id, 'email', email, 'name', name,
            'secondFactor', second_factor, 'createdAt', utc_text(created_at),
            'confirmedAt', utc_text(confirmed_at))
          FROM human WHERE id = :human),
        'roles', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('role', role,
            'grantedAt', utc_text(granted_at)) ORDER BY role), '[]')
          FROM platform_role WHERE human_id = :human),
        'sessions', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'source', s.source,
            'client', s.client, 'createdAt', utc_text(c.created_at),
            'usedAt', utc_text(s.used_at), 'expiresAt', utc_text(c.expires_at),
            'endedAt', utc_text(c.revoked_at)) ORDER BY c.created_at), '[]')
          FROM session s JOIN credential c ON c.id = s.credential_id
          WHERE c.subject = :human),
        'placesSignedInFrom', (
          SELECT coalesce(jsonb_agg(utc_text(seen_at) ORDER BY seen_at), '[]')
          FROM known_source WHERE human_id = :human),
        'passkeys', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name,
            'createdAt', utc_text(created_at), 'usedAt', utc_text(used_at))
            ORDER BY created_at), '[]')
          FROM passkey WHERE human_id = :human),
        'recoveryCodesLeft', (
          SELECT count(*) FROM recovery_code WHERE human_id = :human),
        'agents', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name,
            'description', a.description, 'status', a.status, 'primary', l.is_primary,
            'linkedAt', utc_text(l.linked_at)) ORDER BY l.linked_at, a.id), '[]')
          FROM agent_human l JOIN agent a ON a.id = l.agent_id
          WHERE l.human_id = :human),
        'invitations', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'agent', i.agent_id,
            'sent', i.invited_by = :human, 'createdAt', utc_text(i.created_at))
            ORDER BY i.id), '[]')
          FROM invitation i
          WHERE i.invited_by = :human
            OR i.email_key = (SELECT email_key FROM human WHERE id = :human)),
        'webhook', (
          SELECT jsonb_build_object('url', url, 'createdAt', utc_text(created_at))
          FROM webhook WHERE human_id = :human),
        'alertRules', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'agent', agent_id, 'kind', kind,
            'threshold', trim_scale(threshold_micros / 1000000.0)::text, 'mail', by_mail,
            'webhook', by_webhook, 'createdAt', utc_text(created_at)) ORDER BY id), '[]')
          FROM alert_rule WHERE human_id = :human),
        'alerts', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'agent', agent_id, 'kind', kind,
            'threshold', trim_scale(threshold_micros / 1000000.0)::text,
            'figure', trim_scale(figure_micros / 1000000.0)::text, 'test', test,
            'at', utc_text(at)) ORDER BY id), '[]')
          FROM alert WHERE human_id = :human)
      )::text
      """;

  private final JdbcClient jdbc;

  JdbcExport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everything but the audit log, which has a list of its own. No secret, nor a hash of one. */
  String of(HumanId human) {
    return jdbc.sql(ALL).param("human", human.value()).query(String.class).single();
  }
}
