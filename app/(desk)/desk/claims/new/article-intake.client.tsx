'use client';

import { useState } from 'react';
import { type Article, ArticleForm } from './article-form.client';
import { type Made, MadeClaims } from './made-claims.client';
import { SentenceList } from './sentence-list.client';

/** Claims out of an article: its text is read into sentences, some are ticked, and those become claims (SPEC IN1–IN3). The text stays in this page. */
export function ArticleIntake(facts: { language: string; today: string; canOpen: boolean }) {
  const [article, setArticle] = useState<Article>();
  const [made, setMade] = useState<Made[]>();
  const isChoosing = made === undefined && article !== undefined;
  return (
    <>
      {made !== undefined && <MadeClaims claims={made} onMore={() => setMade(undefined)} />}
      {isChoosing && (
        <SentenceList article={article} canOpen={facts.canOpen} onMade={setMade} onBack={() => setArticle(undefined)} />
      )}
      {/* It stays in the page, so that whoever goes back finds the text as it was. */}
      <div hidden={article !== undefined}>
        <ArticleForm {...facts} onRead={setArticle} />
      </div>
    </>
  );
}
