REVOKE SELECT ON later FROM "{role}";
REVOKE SELECT ON trimmed FROM "{role}";
GRANT SELECT (id, kept) ON trimmed TO "{role}";
