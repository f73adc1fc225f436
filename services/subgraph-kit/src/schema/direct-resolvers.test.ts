import 'reflect-metadata';
import { type ExecutionResult, execute, parse } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from 'type-graphql';
import { everyone } from '../access/field-policy';
import { createFederatedSchema, itself } from './federated-schema';

@ObjectType()
@Directive('@key(fields: "id")')
class Unit {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;
}

@ObjectType()
class Ward extends Unit {
  @Field(() => Int)
  rank!: number;
}

@ArgsType()
class Question {
  @Field(() => String)
  indicator!: string;

  @Field(() => Int, { defaultValue: 2025 })
  year!: number;
}

@InputType()
class Filter {
  @Field(() => String)
  kind!: string;
}

interface Asked {
  readonly map: string;
}

@Resolver(() => Unit)
class UnitResolver {
  @Query(() => Ward)
  ward(): object {
    return { id: 'w', kind: 'WARD', rank: 3 };
  }

  // in another order than a resolver is called with
  @FieldResolver(() => String)
  place(@Ctx() { map }: Asked, @Arg('depth', () => Int) depth: number, @Root() { id }: Unit): string {
    return `${id} ${depth} ${map}`;
  }

  @FieldResolver(() => String)
  asked(@Args(() => Question) { indicator, year }: Question): string {
    return `${indicator} ${year}`;
  }
}

@Resolver(() => Ward)
class WardResolver {
  @FieldResolver(() => String)
  place(@Root() { rank }: Ward, @Arg('depth', () => Int) depth: number): string {
    return `${rank} ${depth}`;
  }
}

@Resolver(() => Unit)
class FilteringResolver {
  @FieldResolver(() => String)
  filtered(@Arg('filter', () => Filter) { kind }: Filter): string {
    return kind;
  }
}

@Resolver(() => Unit)
class WatchedResolver {
  @FieldResolver(() => String)
  @UseMiddleware((_data, next) => next())
  watched(): string {
    return 'seen';
  }
}

const FIELDS = { Unit: 'id kind place asked', Ward: 'id kind place asked rank', Query: 'ward' };
const { schema } = createFederatedSchema({
  resolvers: [UnitResolver, WardResolver],
  orphanedTypes: [Unit],
  policies: everyone(FIELDS),
  references: { Unit: itself },
});

/** What is answered at once; a promise would have no data. */
function answerOf(text: string): ExecutionResult {
  return execute({ schema, document: parse(text), contextValue: { map: '2025-06-30' } }) as ExecutionResult;
}

it('waits for no argument, and hands each parameter what it asks for', () => {
  const { data } = answerOf(`{
    _entities(representations: [{ __typename: "Unit", id: "a" }, { __typename: "Unit", id: "b", kind: "COMMUNE" }]) {
      ... on Unit { id place(depth: 2) asked(indicator: "19.2") }
    }
  }`);
  expect(data?._entities).toEqual([
    { id: 'a', place: 'a 2 2025-06-30', asked: '19.2 2025' },
    { id: 'b', place: 'b 2 2025-06-30', asked: '19.2 2025' },
  ]);
});

it('takes a class’s own method before the one that it inherits', async () => {
  const { data } = await answerOf('{ ward { kind rank place(depth: 1) asked(indicator: "19.2", year: 2024) } }');
  expect(data?.ward).toEqual({ kind: 'WARD', rank: 3, place: '3 1', asked: '19.2 2024' });
});

it('keeps the reference of a type that does not exist from being an entity', () => {
  const { data, errors } = answerOf(
    '{ _entities(representations: [{ __typename: "Region", id: "a" }]) { __typename } }',
  );
  expect(data).toEqual({ _entities: [null] });
  expect(errors?.[0]?.message).toMatch(/Region/);
});

it.each([
  ['an input object', FilteringResolver, /FilteringResolver\.filtered with a parameter of the kind arg/],
  ['middlewares', WatchedResolver, /WatchedResolver\.watched with middlewares/],
])('refuses at the start a method that wants %s, by its name', (_what, resolver, message) => {
  const create = () =>
    createFederatedSchema({ resolvers: [UnitResolver, resolver], policies: everyone(FIELDS), references: {} });
  expect(create).toThrow(message);
});
