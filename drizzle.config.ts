import { defineConfig } from 'drizzle-kit';

// npm run migration -- --name=say_what_it_is_for
export default defineConfig({ dialect: 'postgresql', schema: './db/schema', out: './db/migrations', strict: true });
