import { retractionReasonMinimum } from '@/domain/correction/grades';
import { paragraphLimits } from '@/domain/record/shape';
import type { CharterWords } from './charter-words';
import { freshForMs, reasonMinimum } from './check-signing';
import type { ProofKind } from './parameters';

/** The charter in French. */
export const frenchCharter: CharterWords = {
  title: (workspace) => `Charte d’information\u00a0: ${workspace}`,
  preamble: ({ signing, observing }) =>
    [
      `Cette charte lie les parties signataires\u00a0: ${list(signing)}. Dans chaque clause, «\u00a0partie\u00a0» désigne l’une d’elles.`,
      observing.length > 0
        ? `${observing.length === 1 ? 'Partie observatrice' : 'Parties observatrices'}\u00a0: ${list(observing)}. Une partie observatrice lit, commente et peut attester que la procédure a été respectée. Elle ne modifie pas le dossier et ne consent pour personne.`
        : '',
      'Les parties vérifient ensemble des affirmations et publient ensemble ce qu’elles trouvent. Une conclusion leur est commune, ou elle n’est pas publiée comme telle. Chaque partie garde son propre regard sur le conflit\u00a0; aucune ne signe pour une autre.',
      'La charte est en vigueur dès que chaque partie a ratifié exactement ce texte, par son SHA-256. Une affirmation est liée par la version en vigueur quand elle a été ouverte. Les clauses dites fixes ne peuvent être modifiées par aucune version.',
    ]
      .filter((sentence) => sentence !== '')
      .join('\n\n'),
  clauses: (p) => ({
    C01: {
      title: 'Affirmation attribuée',
      text: `Une affirmation est vérifiée dans les mots où elle a été faite, ${number(paragraphLimits.claimText)} caractères au plus, avec au moins ${count(p.minAppearances, 'endroit', 'endroits')} où elle est parue.`,
    },
    C02: {
      title: 'Énoncé vérifiable',
      text: 'Qui ouvre une affirmation dit de quelle nature elle est. Seul un énoncé de fait est ouvert. Une opinion, une prédiction ou un jugement de valeur est clos comme non vérifiable, et la clôture dit ce que c’est.',
    },
    C05: {
      title: 'La question d’abord',
      text: 'Avant qu’un verdict soit proposé, chaque partie accepte l’énoncé exact de la question à laquelle on répond. Toute modification de la question, si petite soit-elle, en fait une nouvelle question, à accepter de nouveau.',
    },
    C06: {
      title: 'Titre neutre',
      text: `Le titre énonce l’affirmation en mots neutres, en ${paragraphLimits.title} caractères au plus, et ne contient aucun mot qui la juge.`,
    },
    C07: {
      title: 'Minimum de sources',
      text: `Un verdict repose sur au moins ${count(p.minSources, 'source acceptée', 'sources acceptées')}. Une source compte dès qu’une partie autre que celle qui l’a jointe en a accepté la description.`,
    },
    C08: {
      title: 'Indépendance',
      text: `Les sources acceptées ont au moins ${count(p.minIndependenceGroups, 'propriétaire', 'propriétaires différents')}\u00a0; les sources d’un même propriétaire comptent une fois. Elles ne sont pas toutes du côté d’une seule partie, et l’on sait d’au moins ${count(p.minNonAligned, 'd’entre elles qu’elle n’est', 'd’entre elles qu’elles ne sont')} du côté d’aucune. Un alignement inconnu ne compte pas comme une absence d’alignement.`,
    },
    C09: {
      title: 'Les sources primaires d’abord',
      text: `Au moins ${count(p.minPrimary, 'source acceptée est primaire', 'sources acceptées sont primaires')}, ou le dossier dit par écrit pourquoi il n’y en a pas.`,
    },
    C10: {
      title: 'Les deux côtés des preuves',
      text: 'Le dossier contient au moins une source acceptée qui appuie l’affirmation et une qui l’infirme. Si l’une des deux manque, chaque partie consigne qu’elle a cherché sans rien trouver, et comment.',
    },
    C11: {
      title: 'Intérêts des sources',
      text: p.allowUnknownInterest
        ? 'L’intérêt de chaque source dans l’affaire est indiqué\u00a0: aucun, déclaré et nommé, ou inconnu.'
        : 'L’intérêt de chaque source acceptée dans l’affaire est indiqué\u00a0: aucun, ou déclaré et nommé. Une source dont l’intérêt est inconnu empêche de proposer un verdict.',
    },
    C18: {
      title: 'Droit de réponse',
      text: `Avant qu’un verdict soit proposé, l’auteur de l’affirmation est invité à répondre, et ${count(p.replyWindowHours, 'heure passe', 'heures passent')} après que la première prise de contact est consignée, sauf s’il répond plus tôt ou si chaque partie renonce à la réponse avec un motif. Une réponse est signée et imprimée mot pour mot dès qu’une autre partie que celle qui l’a reçue la confirme\u00a0; celle qui arrive après le gel suspend la publication.`,
    },
    C19: {
      title: 'Conflits d’intérêts',
      text: `Qui signe a déclaré ses intérêts, ou qu’il n’en a pas, depuis ${count(p.interestDays, 'jour', 'jours')} au plus\u00a0; chaque membre le lit. À chaque signature, il dit s’il a un conflit d’intérêts dans cette affirmation. Qui en a un laisse sa place.`,
    },
    C20: {
      title: 'Ne pas signer son propre travail (fixe)',
      text: `Personne ne signe une révision que soi-même on a proposée, ni dont on a écrit plus de ${p.ownWorkSharePercent} pour cent du texte, selon le compte du serveur.`,
    },
    C21: {
      title: 'Chaque partie signe',
      text: `Un verdict est dit commun quand chaque partie a au moins ${count(p.signersPerParty, 'approbation valable', 'approbations valables')} et qu’aucun désaccord ne subsiste. Le silence, l’abstention, la récusation, l’objection et le désaccord ne sont pas un consentement.`,
    },
    C22: {
      title: 'Des personnes distinctes',
      text: `Une personne signe une révision une seule fois et pour une seule partie, dans les ${freshForMs / 60_000} minutes après avoir prouvé son identité. ${proofWords[p.weakestProof]}`,
    },
    C23: {
      title: 'Lié au dossier exact (fixe)',
      text: 'Une signature nomme le SHA-256 du dossier et celui de la version de la charte. Elle vaut pour ces octets et pour nuls autres\u00a0; toute modification fait une autre révision.',
    },
    C25: {
      title: 'Échéance',
      text: `Le temps de signer dure ${count(p.signoffHours, 'heure', 'heures')} à partir du moment où la révision est figée. Un rappel part à la moitié, puis aux neuf dixièmes de ce temps. Une objection, fondée sur la sécurité, le droit, la portée ou des preuves à venir, ${p.objectionHours === 0 ? 'ne suspend rien' : `suspend le temps pendant ${count(p.objectionHours, 'heure', 'heures')}, une fois par partie et par révision`}\u00a0; ce qui en reste à l’échéance compte comme un désaccord. Qui n’a pas signé à ce moment n’a pas pris position.`,
    },
    C26: {
      title: 'Motifs (fixe)',
      text: `Un désaccord, une objection, une abstention ou une récusation donne un motif d’au moins ${reasonMinimum} caractères et nomme la clause ou la source sur laquelle il repose. Le motif est conservé.`,
    },
    C27: {
      title: 'L’impasse est une issue',
      text: `Un désaccord renvoie l’affirmation au travail\u00a0; à la ronde ${p.maxRounds} d’une affirmation, il subsiste. Quand l’échéance est passée, ou que chaque partie s’est prononcée dans cette ronde, ${p.mediationHours === 0 ? 'aucune médiation ne suit' : `une médiation suit, pendant ${count(p.mediationHours, 'heure', 'heures')}`}\u00a0; puis l’issue est publiée telle qu’elle est\u00a0: avec désaccord, positions divergentes, ou pas de conclusion commune. La conclusion d’une seule partie n’est jamais publiée comme commune, et le silence ne compte pour personne. Une révision sur laquelle aucune partie ne s’est prononcée expire, et rien n’en est publié.`,
    },
    C28: {
      title: 'Une place égale',
      text: `Ce que déclare un signataire a au plus ${count(p.dissentWords, 'mot', 'mots')}, autant pour chaque position. Un désaccord est imprimé à côté du verdict dans la même taille de caractères, et personne d’autre ne le modifie.`,
    },
    C29: {
      title: 'Délai de réflexion',
      text:
        p.coolingOffHours === 0
          ? 'Un verdict est publié dès que son issue est acquise.'
          : `Entre l’issue et sa publication, il s’écoule ${count(p.coolingOffHours, 'heure', 'heures')}. Jusque-là, quiconque a signé peut retirer sa signature, avec un motif\u00a0; la révision attend alors de nouveau des signatures.`,
    },
    C30: {
      title: 'Publication simultanée (fixe)',
      text: 'Un verdict est publié pour tout le monde au même instant. Personne hors du bureau ne le voit plus tôt, par aucune voie.',
    },
    C31: {
      title: 'Suspension de sécurité',
      text:
        p.safetyHoldHours === 0
          ? 'Aucune partie ne suspend une publication.'
          : `Pendant le délai de réflexion, chaque partie peut suspendre la publication une fois, pendant ${count(p.safetyHoldHours, 'heure', 'heures')} au plus, avec un motif qui est conservé. Le nombre de ces suspensions est public pour chaque partie.`,
    },
    C32: {
      title: 'Voie de correction',
      text: `Tout le monde peut faire une réclamation sur un verdict publié, par un formulaire de sa page. Un membre en confirme la réception en ${count(p.ackHours, 'heure', 'heures')}, et la décision est prise en ${count(p.decideHours, 'heure', 'heures')}\u00a0; les deux délais sont publics. La parole d’une partie suffit pour l’accepter pour correction\u00a0; la rejeter demande toutes les parties, chacune avec un motif public d’au moins ${reasonMinimum} caractères.`,
    },
    C33: {
      title: 'Degrés de correction',
      text: `Une autre révision d’un verdict est une correction mineure, une mise à jour ou une correction substantielle, avec un motif public. Elle est mineure quand diffèrent ${count(p.minorCharacters, 'caractère', 'caractères')} du texte au plus, aucun chiffre, aucune citation et rien du verdict même\u00a0; une mise à jour quand des faits sont seulement ajoutés\u00a0; substantielle dans tous les autres cas. Aucune partie ne la nomme moins que cela. Chaque partie signe chacune d’elles, et nul ne signe la correction substantielle de ce qu’il a écrit.`,
    },
    C34: {
      title: 'Corrections visibles (fixe)',
      text: 'La page d’un verdict corrigé le dit avant toute autre chose, avec la date, le motif et ce qui a changé. La révision antérieure garde son adresse. Les flux et les données lisibles par les machines suivent aussitôt.',
    },
    C35: {
      title: 'Rétractation',
      text: `Un verdict est rétracté par le même quorum qui en publie un\u00a0: chaque partie signe une déclaration avec le motif, d’au moins ${retractionReasonMinimum} caractères. L’adresse dit alors qu’il est rétracté, quand, pourquoi et par qui, et les révisions restent à leur place.`,
    },
    C38: {
      title: 'Modification de la charte',
      text: `Une autre version de cette charte demande la ratification de chaque partie signataire de la présente version et de chaque partie signataire de l’autre. Elle entre en vigueur ${p.noticeDays === 0 ? 'dès la dernière' : `${count(p.noticeDays, 'jour', 'jours')} après la dernière`}, et le public en est averti dès ce moment. Une affirmation ouverte garde sa version, sauf si chaque partie signataire en convient autrement pour elle.`,
    },
    C39: {
      title: 'Membres et départ (fixe)',
      text: 'Aucune partie n’écarte les membres d’une autre ni ne les remplace. Une partie s’en va par la parole de ses propres modérateurs, qui en donnent le motif. Ce qu’elle a signé demeure et porte la mention de son départ. Ce qui est alors à signer retourne au travail, et plus rien n’est publié sous une charte qui la nomme encore.',
    },
    C40: {
      title: 'Transparence',
      text:
        p.transparencyDays === 0
          ? 'Le bureau peut dire en public comment il travaille, qui y travaille et qui paie. Sous cette charte, rien n’attend cela.'
          : `Le bureau dit en public comment il travaille, comment il se corrige et comment le joindre, en des mots que chaque partie a confirmés, et chaque partie dit qui travaille ici pour elle et qui paie. Rien n’est publié tant que l’une de ces déclarations manque ou a été confirmée pour la dernière fois il y a plus de ${count(p.transparencyDays, 'jour', 'jours')}.`,
    },
    C42: {
      title: 'Rapport de parité',
      text: 'Pour chaque partie, le bureau publie les mêmes chiffres : les affirmations qu’elle a apportées et leurs issues, ce qu’elle a dit des révisions qui demandaient sa signature, le temps pris, les suspensions et les corrections.',
    },
  }),
};

/** Nought is singular in French. */
function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n < 2 ? one : many}`;
}

/** A thousand with a no-break space, without asking the language data of the machine: the same charter has the same bytes everywhere. */
function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

function list(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;
}

/** How a sign-off is confirmed at least (C22). */
const proofWords: Record<ProofKind, string> = {
  passkey: 'Une signature est confirmée avec une clé personnelle.',
  code: 'Une signature est confirmée avec une clé personnelle ou un code du second facteur ; les lecteurs savent lequel.',
  password:
    'Une signature est confirmée avec une clé personnelle, un code du second facteur ou le seul mot de passe ; les lecteurs savent lequel.',
};
