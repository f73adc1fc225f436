import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface LegalBasis {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly status: 'SOURCED' | 'UNVERIFIED' | 'INFERENCE';
}

/** A programme that is set out as criteria, with the papers it rests on. */
@Entity('programme')
export class Programme {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'title_vi' })
  titleVi!: string;

  @Column('text', { name: 'title_en' })
  titleEn!: string;

  /** The map that the programme was closed on. */
  @Column('date', { name: 'closing_map', nullable: true })
  closingMap!: string | null;

  @Column('jsonb', { name: 'legal_basis' })
  legalBasis!: readonly LegalBasis[];

  @Column('text', { name: 'content_hash' })
  contentHash!: string;
}
