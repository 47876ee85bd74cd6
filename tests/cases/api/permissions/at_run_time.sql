REVOKE SELECT ON later FROM "{role}";
